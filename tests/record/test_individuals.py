"""People over all reports."""

from pipeline.record.individuals import Individuals
from pipeline.record.tables import Rows, no_rows


def _report(doc: str, date: str, *people: tuple[str, str, str]) -> Rows:
    """One report's row, and a row for each (name, title, country)."""
    made = no_rows()
    made["reports"] = [[doc, "x", "text/plain", "0", "", date, "", 1, 1, "ok", "", 0.0]]
    made["people"] = [
        [doc, number, name, title, "", country, 1, number]
        for number, (name, title, country) in enumerate(people, 1)
    ]
    return made


def _individuals(*reports: Rows) -> list[tuple[object, ...]]:
    gathered = Individuals()
    for report in reports:
        gathered.add(report)
    return [tuple(row[1:6]) for row in gathered.rows()[0]]


def test_one_person_of_two_reports_with_posts_by_date() -> None:
    later = _report("b", "2024", ("林芳正", "官房長官", "JPN"))
    earlier = _report("a", "2022", ("林芳正", "外務大臣", "JPN"))
    assert _individuals(later, earlier) == [("林芳正", "", "JPN", "外務大臣;官房長官", "a;b")]


def test_a_surname_joins_the_full_name_of_its_post() -> None:
    full = _report("a", "2023", ("林芳正", "外務大臣", "JPN"))
    short = _report("b", "2023", ("林", "外務大臣", "JPN"))
    assert _individuals(full, short) == [("林芳正", "林", "JPN", "外務大臣", "a;b")]


def test_two_whom_it_could_be_keep_the_surname_apart() -> None:
    full = _report("a", "2023", ("佐藤正久", "委員", "JPN"), ("佐藤啓", "委員", "JPN"))
    short = _report("b", "2023", ("佐藤", "委員", "JPN"))
    assert len(_individuals(full, short)) == 3


def test_one_name_in_two_countries_is_two_people() -> None:
    one = _report("a", "2023", ("シン", "国防相", "IND"))
    other = _report("b", "2023", ("シン", "外相", "MUS"))
    assert len(_individuals(one, other)) == 2


def test_surnames_of_other_posts_stay_apart() -> None:
    one = _report("a", "2023", ("鈴木", "委員", "JPN"))
    other = _report("b", "2023", ("鈴木", "財務大臣", "JPN"))
    assert len(_individuals(one, other)) == 2


def test_identifiers_do_not_hang_on_the_other_reports() -> None:
    alone, among = Individuals(), Individuals()
    report = _report("b", "2024", ("林芳正", "官房長官", "JPN"))
    alone.add(report)
    among.add(_report("a", "2022", ("上川陽子", "外務大臣", "JPN")))
    among.add(report)
    ours = {row[1]: row[0] for row in among.rows()[0]}
    assert alone.rows()[0][0][0] == ours["林芳正"]
