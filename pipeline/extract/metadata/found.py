"""What a report says of itself: its title, its date, the period that it tells of."""

import re
from collections.abc import Sequence
from itertools import takewhile

from pipeline.extract.metadata.fulldate import full_dates, number, year_of
from pipeline.extract.metadata.misprint import meant
from pipeline.extract.metadata.sidecar import Metadata
from pipeline.report import Block, BlockKind, Problem, Report

_HEAD_BLOCKS = 80  # the names of those present stand before the date in some minutes
_TITLE_BLOCKS = 12
_TITLE_LENGTH = 120
_NAME_LENGTH = 40
_N = r"[0-9０-９元〇一二三四五六七八九十]{1,4}"
_EDITION = re.compile(
    rf"(?P<era>明治|大正|昭和|平成|令和)?(?P<year>{_N})年版"
    r"|(?:青書|白書|年鑑)[ 　]?(?P<bare>[0-9０-９]{4})"
)
_FISCAL_YEAR = re.compile(rf"(?P<era>明治|大正|昭和|平成|令和)?(?P<year>{_N})年度")
_BESIDE_DATE = 8  # characters that may stand beside a date alone on its line: 発表, （木曜日）
_AS_OF = re.compile(  # 令和２年５月12日18時30分時点, 令和４年11月版　労働基準局監督課
    r"(?:[（(].{1,4}[）)])?\s*(?:[0-9０-９]{1,2}時(?:[0-9０-９]{1,2}分)?)?\s*"
    r"(?:版|改訂|改定|改正|時点|現在|発表|公表)"
)
_YEARBOOKS = "bluebook|white-?paper|hakusho|yearbook|青書|白書|年鑑"
_EDITION_IN_NAME = re.compile(
    rf"(?:{_YEARBOOKS})[-_ /]?(?P<year>(?:19|20)\d\d)"
    rf"|(?<!\d)(?P<before>(?:19|20)\d\d)(?:年版)?[-_ /]?(?:{_YEARBOOKS})",
    re.IGNORECASE,
)
_NO_TITLE = re.compile(r"事務連絡|(?:別紙|別添|参考|資料)\s*[0-9０-９]*|目\s*次")
_SUBJECT = re.compile(
    r"(?:について|(?:する|の)件|する(?:告示|省令|政令|府令|法律|訓令|規則|条例))"
    r"(?:[（(][^（）()]{1,30}[）)])*$"
)
_DAY_IN_NAME = re.compile(r"(?<!\d)((?:19|20)\d\d)[-_]?([01]\d)[-_]?([0-3]\d)(?!\d)")
_YEAR_IN_NAME = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SESSION = re.compile(r"(?:^|[\s　）.])(?:開催)?(?:日\s*[時程付]|期\s*日|開催日)\s*[：:]")


def find(report: Report) -> Metadata:
    """Title, date and covers as the text tells them, else as the file's name does."""
    head = report.blocks[:_HEAD_BLOCKS]
    title = _title(report, head)
    session = _session(report, head)
    if session:
        return Metadata(title, session.split("/")[0], session)
    named = f"{report.title}\n{title}"
    edition = _edition(f"{named}\n{_names(report, head[:_TITLE_BLOCKS])}", report.doc)
    if edition:
        return Metadata(title, str(edition), str(edition - 1))
    date = _own_date(report) or _date_in_name(report.doc)
    return Metadata(title, date, _fiscal_year(named))


def _title(report: Report, head: Sequence[Block]) -> str:
    """The first headings of the highest level that stand together, else a letter's subject."""
    untold = takewhile(lambda b: "。" not in report.text[b.start : b.end], head[:_TITLE_BLOCKS])
    lines = list(untold)
    headings = [
        b
        for b in lines
        if b.kind is BlockKind.HEADING and not _NO_TITLE.fullmatch(report.text[b.start : b.end])
    ]
    if not headings:
        return _subject([report.text[b.start : b.end] for b in lines])
    top = headings[0].level
    first = report.blocks.index(headings[0])
    stacked = takewhile(
        lambda b: b.kind is BlockKind.HEADING and b.level == top, report.blocks[first:]
    )
    texts = [report.text[b.start : b.end] for b in stacked]
    title = texts[0]
    for text in texts[1:]:
        if len(title) + len(text) >= _TITLE_LENGTH:
            break
        title += f" {text}"
    return title


def _subject(lines: Sequence[str]) -> str:
    """What a letter or a notice is about: `疑義解釈資料の送付について（その１）`."""
    found = (line for line in lines if len(line) <= _TITLE_LENGTH and _SUBJECT.search(line))
    return next(found, "")


def _session(report: Report, head: Sequence[Block]) -> str:
    """The day, or the days, that minutes record: their line 日 時, or the date they begin with."""
    for block in head:
        text = report.text[block.start : block.end]
        if block.kind is not BlockKind.FIELD:
            continue
        found = list(full_dates(text))
        is_named = _SESSION.search(text) is not None
        is_sitting = bool(found) and found[0].start <= 1 and _is_minutes(report)
        if found and (is_named or is_sitting):
            after = text[found[0].end :]
            day = meant(found[0].value, after, report.text)
            if day != found[0].value:
                detail = f"{text}: not that weekday, and the text tells of later: taken as {day}"
                report.problems.append(Problem("misprint", block.page, detail))
            return _until(day, after)
    return ""


_TO = re.compile(
    r"(?:[（(].{1,4}[）)])?\s*(?:から|～|〜|~|-|－|–|—|・|、|及び)\s*"
    r"(?:(?P<month>[0-9０-９〇一二三四五六七八九十]{1,3})月)?(?P<day>[0-9０-９〇一二三四五六七八九十]{1,3})日"
)


def _until(first: str, rest: str) -> str:
    """`2023-03-14` and `（火）～16日（木）` → `2023-03-14/2023-03-16`."""
    match = _TO.match(rest)
    if match is None:
        return first
    month = number(match["month"]) if match["month"] else int(first[5:7])
    last = f"{first[:4]}-{month:02}-{number(match['day']):02}"
    return f"{first}/{last}" if last > first else first


def _is_minutes(report: Report) -> bool:
    return any(block.kind is BlockKind.SPEAKER for block in report.blocks)


def _edition(text: str, doc: str) -> int | None:
    """The year that a yearbook or white paper carries: 令和6年版, 外交青書2024."""
    match = _EDITION.search(text)
    if match:
        return year_of(match["era"] or "", match["year"] or match["bare"])
    match = _EDITION_IN_NAME.search(doc)
    return int(match["year"] or match["before"]) if match else None


def _fiscal_year(text: str) -> str:
    """`令和5年度 政府開発援助の実績` → `2023-04/2024-03`, if a title names one such year only."""
    years = {year_of(m["era"] or "", m["year"]) for m in _FISCAL_YEAR.finditer(text)}
    year = years.pop() if len(years) == 1 else None
    return f"{year}-04/{year + 1}-03" if year else ""


def _own_date(report: Report) -> str:
    """The date that stands alone in the first or last lines, as of a press release."""
    places = [*report.blocks[:_TITLE_BLOCKS], *report.blocks[-2:]]
    for block in places:
        text = report.text[block.start : block.end].strip("（）() 　")
        for found in full_dates(text):
            is_alone = len(text) - (found.end - found.start) <= _BESIDE_DATE
            if is_alone or (found.start <= 2 and _AS_OF.match(text[found.end :])):
                return found.value
    return ""


def _date_in_name(doc: str) -> str:
    day = _DAY_IN_NAME.search(doc)
    if day:
        found = next(full_dates("-".join(day.groups())), None)
        if found:
            return found.value
    year = _YEAR_IN_NAME.search(doc)
    return year.group() if year else ""


def _names(report: Report, blocks: Sequence[Block]) -> str:
    """The short lines at the beginning, which can name what report this is."""
    texts = (report.text[b.start : b.end] for b in blocks if b.end - b.start <= _NAME_LENGTH)
    return "\n".join(text for text in texts if "。" not in text)
