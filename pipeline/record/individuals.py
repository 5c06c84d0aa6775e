"""People over all reports: one row for a person, by the rule that merges them within a report."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from pipeline.record.people.names import is_short_of, parts
from pipeline.record.tables import PEOPLE, REPORTS, Cell, Row, Rows, dicts

# A name of at most so many characters is a surname that many bear.
_SURNAME = 2


@dataclass(slots=True)
class _Namesake:
    """The people of all reports who have one name, one country, and (if that is short) one post."""

    name: str
    country: str
    posts: dict[str, str] = field(default_factory=dict)  # with the date of their first report
    members: list[tuple[str, int]] = field(default_factory=list)  # doc, person
    mentions: int = 0

    def add(self, doc: str, date: str, person: Mapping[str, Cell]) -> None:
        self.members.append((doc, int(str(person["person"]))))
        self.mentions += int(str(person["mentions"]))
        for post in _posts(person):
            self.posts[post] = min(date, self.posts.get(post, date))


class Individuals:
    """Gathers the people of each report, and tells who is who among them."""

    def __init__(self) -> None:
        self._namesakes: dict[tuple[str, ...], _Namesake] = {}

    def add(self, rows: Rows) -> None:
        """Take in the people of some reports."""
        dates = {
            str(report["doc"]): str(report["covers"] or report["date"] or "9999")
            for report in dicts(REPORTS, rows[REPORTS.name])
        }
        for person in dicts(PEOPLE, rows[PEOPLE.name]):
            name, country, doc = str(person["name"]), str(person["country"]), str(person["doc"])
            telling = _posts(person)[:1] if _is_surname(name) else []
            key = (name, country, *telling)
            namesake = self._namesakes.setdefault(key, _Namesake(name, country))
            namesake.add(doc, dates[doc], person)

    def rows(self) -> tuple[list[Row], list[Row]]:
        """The rows of individuals.csv, by name; and for each person of a report its individual."""
        found: list[Row] = []
        links: list[Row] = []
        taken: set[str] = set()
        for group in sorted(self._merged(), key=lambda group: (group[0].name, group[0].country)):
            individual = _identity(group[0], taken)
            members = sorted(member for namesake in group for member in namesake.members)
            found.append(
                [
                    individual,
                    group[0].name,
                    ";".join(sorted({n.name for n in group} - {group[0].name})),
                    next((n.country for n in group if n.country), ""),
                    ";".join(_in_order(group)),
                    ";".join(dict.fromkeys(doc for doc, _ in members)),
                    sum(namesake.mentions for namesake in group),
                ]
            )
            links += [[individual, doc, person] for doc, person in members]
        return found, links

    def _merged(self) -> list[list[_Namesake]]:
        """Groups of one individual each, the fullest name first."""
        groups: dict[int, list[_Namesake]] = defaultdict(list)
        by_part: dict[str, list[_Namesake]] = defaultdict(list)
        for namesake in self._namesakes.values():
            for key in _keys(namesake.name):
                by_part[key].append(namesake)
        for namesake in self._namesakes.values():
            groups[id(_fullest(namesake, by_part))].append(namesake)
        return [
            sorted(
                group, key=lambda n: (-len(parts(n.name)), -len(n.name), n.country == "", n.name)
            )
            for group in groups.values()
        ]


def _fullest(namesake: _Namesake, by_part: dict[str, list[_Namesake]]) -> _Namesake:
    """The one longer form of the name that agrees in country and in a post; else itself."""
    near = {id(n): n for key in _keys(namesake.name) for n in by_part[key]}.values()
    candidates = [other for other in near if other is not namesake and _is_of(namesake, other)]
    fullest = [a for a in candidates if not any(_is_of(a, b) for b in candidates if b is not a)]
    return _fullest(fullest[0], by_part) if len(fullest) == 1 else namesake


def _is_of(short: _Namesake, full: _Namesake) -> bool:
    agree = set(short.posts) & set(full.posts)
    if short.name == full.name:
        return not short.country and bool(full.country) and bool(agree)
    return is_short_of(short.name, full.name) and short.country == full.country and bool(agree)


def _keys(name: str) -> set[str]:
    """What two forms of one name have in common: a part, or the first character."""
    return {name[0], *parts(name)}


def _is_surname(name: str) -> bool:
    return len(name) <= _SURNAME


def _posts(person: Mapping[str, Cell]) -> list[str]:
    titles = [title for title in str(person["title"]).split(";") if title]
    affiliation = str(person["affiliation"])
    return [f"{affiliation}{titles[0]}", *titles[1:]] if titles and affiliation else titles


def _in_order(group: list[_Namesake]) -> list[str]:
    dated: dict[str, str] = {}
    for namesake in group:
        for post, date in namesake.posts.items():
            dated[post] = min(date, dated.get(post, date))
    return sorted(dated, key=lambda post: dated[post])


def _identity(namesake: _Namesake, taken: set[str]) -> str:
    """An identifier that stays the same as long as name and country do."""
    digest = sha256(f"{namesake.name}|{namesake.country}".encode()).hexdigest()[:10]
    individual, number = f"p{digest}", 1
    while individual in taken:
        number += 1
        individual = f"p{digest}-{number}"
    taken.add(individual)
    return individual
