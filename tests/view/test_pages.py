"""The pages lead from each row of the tables to its place in the text."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from lxml import html

from pipeline.paths import Rooms
from pipeline.report import BlockKind, dump_report
from pipeline.view import ViewError, write_view
from tests.reports import report_of

DOC = "2024/外交 #1"
TABLES = """
CREATE TABLE reports (doc, source, title, date, covers, pages, characters, status, problems);
CREATE TABLE mentions (doc, mention, start, end, label, value, found_by, score);
CREATE TABLE people (doc, first_start, name, title, affiliation, country, mentions);
CREATE TABLE events (doc, start, type, date, people, countries, organisations, text);
CREATE TABLE statements (doc, start, name, title, affiliation, session, text);
CREATE TABLE organisations (doc, first_start, name, abbreviation, country, mentions);
CREATE TABLE countries (doc, first_start, code, name, mentions);
CREATE TABLE dates (doc, first_start, value, earliest, latest, mentions);
INSERT INTO reports VALUES
    ('2024/外交 #1', 'raw/2024/外交 #1.txt', '外交 <1>', '', '2024', 1, 20, 'ok', ''),
    ('壊れた', 'raw/壊れた.pdf', '', '', '', 0, 0, 'failed', 'damaged');
INSERT INTO mentions VALUES ('2024/外交 #1', 1, 5, 7, 'PERSON', '', 'people', 0.9);
INSERT INTO people VALUES ('2024/外交 #1', 5, '岸田', '総理大臣', NULL, 'JPN', 1);
"""


@pytest.fixture
def output(tmp_path: Path) -> Path:
    rooms = Rooms(tmp_path)
    report = report_of([(BlockKind.HEADING, "1 概観"), "岸田総理大臣は訪米した。"], DOC)
    dump_report(report, rooms.text(DOC))
    rooms.records.mkdir()
    with closing(sqlite3.connect(rooms.records / "records.sqlite")) as connection:
        connection.executescript(TABLES)
    return tmp_path


def test_a_row_leads_to_its_place_in_the_text(output: Path) -> None:
    index = write_view(output)
    [link] = html.parse(index).xpath("//a[starts-with(@href, 'reports/2024')]/@href")
    assert link == "reports/2024/%E5%A4%96%E4%BA%A4%20%231.html"
    page = html.parse(output / "view" / "reports" / f"{DOC}.html")
    [row] = page.xpath("//td[@class='name']/a")
    assert row.text == "岸田"
    [block] = page.xpath(f"//*[@id='{row.get('href').removeprefix('#')}']")
    assert block.text_content() == "岸田総理大臣は訪米した。"
    [home] = page.xpath("//a[text()='all reports']/@href")
    assert (output / "view" / "reports" / "2024" / home).resolve() == index.resolve()


def test_a_report_that_could_not_be_read_has_a_page_that_says_so(output: Path) -> None:
    write_view(output)
    page = html.parse(output / "view" / "reports" / "壊れた.html")
    assert page.xpath("//span[@class='failed']/text()") == ["failed"]
    assert page.xpath("//table") == []


def test_without_tables_it_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(ViewError, match="run `hokoku run` first"):
        write_view(tmp_path)
