-- The questions that analysts ask first. `month` is the first seven characters of the event's date
-- (XXXX-07 where no year is told); an event without a date has an empty one.

-- Those of one country stand on one side, unless the contact is of that country alone.
CREATE VIEW who_met_whom AS
SELECT
  substr(e.date, 1, 7) AS month,
  a.country AS country, a.name AS person, a.title AS title,
  b.country AS other_country, b.name AS other_person, b.title AS other_title,
  e.type, e.date, e.text, e.doc, e.event
FROM events AS e
JOIN event_people AS x ON x.doc = e.doc AND x.event = e.event
JOIN people AS a ON a.doc = x.doc AND a.person = x.person
JOIN event_people AS y ON y.doc = e.doc AND y.event = e.event AND y.person <> x.person
JOIN people AS b ON b.doc = y.doc AND b.person = y.person
WHERE e.type IN ('meeting', 'call')
  AND (
    a.country <> b.country
    OR a.country = ''
    OR (SELECT count(*) FROM event_countries AS c WHERE c.doc = e.doc AND c.event = e.event) < 2
  );

CREATE VIEW contacts_by_country_and_month AS
SELECT
  substr(e.date, 1, 7) AS month,
  a.code AS country, m.name AS country_name,
  b.code AS other_country, n.name AS other_country_name,
  e.type, count(*) AS contacts, count(DISTINCT e.doc) AS docs
FROM events AS e
JOIN event_countries AS a ON a.doc = e.doc AND a.event = e.event
JOIN event_countries AS b ON b.doc = e.doc AND b.event = e.event AND b.code <> a.code
LEFT JOIN country_names AS m ON m.code = a.code
LEFT JOIN country_names AS n ON n.code = b.code
GROUP BY month, a.code, b.code, e.type;

-- A visit leads from the countries of those who go to the others that it names. Where it does not
-- say who goes, or from where, `from_country` is empty and each country named is a `to_country`.
CREATE VIEW visits AS
WITH home AS (
  SELECT DISTINCT p.doc, x.event, p.country AS code
  FROM event_people AS x
  JOIN people AS p ON p.doc = x.doc AND p.person = x.person
  WHERE p.country <> ''
)
SELECT
  substr(e.date, 1, 7) AS month,
  coalesce(h.code, '') AS from_country, c.code AS to_country,
  e.people, e.organisations, e.date, e.text, e.doc, e.event
FROM events AS e
JOIN event_countries AS c ON c.doc = e.doc AND c.event = e.event
LEFT JOIN home AS h ON h.doc = e.doc AND h.event = e.event
WHERE e.type = 'visit'
  AND NOT EXISTS (
    SELECT 1 FROM home AS own
    WHERE own.doc = c.doc AND own.event = c.event AND own.code = c.code
  );

CREATE VIEW posts_of_people AS
SELECT
  i.individual, i.name, p.name AS name_in_report, p.title, p.affiliation, p.country,
  coalesce(nullif(r.covers, ''), r.date) AS report_date, p.doc, p.person
FROM individuals AS i
JOIN individual_people AS x ON x.individual = i.individual
JOIN people AS p ON p.doc = x.doc AND p.person = x.person
JOIN reports AS r ON r.doc = p.doc
WHERE p.title <> '' OR p.affiliation <> '';

CREATE VIEW countries_together AS
WITH named AS (
  SELECT DISTINCT doc, sentence, value AS code FROM mentions WHERE label = 'COUNTRY' AND value <> ''
)
SELECT
  a.code AS country, b.code AS other_country,
  count(*) AS sentences, count(DISTINCT a.doc) AS docs
FROM named AS a
JOIN named AS b ON b.doc = a.doc AND b.sentence = a.sentence AND b.code > a.code
GROUP BY a.code, b.code;
