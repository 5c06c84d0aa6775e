"""Names that what stands round them tells: 民間軍事会社「ワグネル」, ボーイング社, KDDI顧問."""

import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.lexicon import read_rows
from pipeline.tag.nations import read_nations
from pipeline.tag.organisations.grammar import Grammar
from pipeline.tag.words import reading

_KANA_OR_LATIN = re.compile(
    r"(?<![A-Za-z0-9ァ-ヴー・.])(?=[^0-9])[A-Za-z0-9&+ァ-ヴー・-]{2,30}(?=社(?![会員長説交債]))"
)
# Google DeepMind|社
_LATIN_WORDS = re.compile(
    r"(?<![A-Za-z0-9&.-])[A-Z][A-Za-z0-9&.-]*(?: (?:of |and |& )?[A-Z][A-Za-z0-9&.-]*){1,3}"
    r"(?= ?社(?![会員長説交債]))"
)
# 株式会社メルカリ, NPO法人フローレンス: no ending tells where the name is over
_LEGAL_KANA = re.compile(
    r"(?:株式会社|有限会社|合同会社|(?:(?:認定)?NPO|特定非営利活動|社会福祉|学校|医療|宗教|監査"
    r"|(?:一般|公益)(?:社団|財団))法人)(?P<name>[ァ-ヴーA-Za-z0-9&・.-]{1,29}[ァ-ヴーA-Za-z0-9])"
)
_KANJI = re.compile("[一-鿿]")
# 「放送を巡る諸課題に関する検討会」を設置: quotes hold together what grammar cannot
_QUOTED_BODY = re.compile(
    r"「(?P<name>[^「」\n、。]{2,40}"
    r"(?P<end>検討会議?|研究会|懇談会|懇話会|勉強会|協議会|連絡会議?|推進会議|戦略会議|有識者会議"
    r"|専門家会議|委員会|審議会|本部|タスクフォース|ワーキンググループ|検討チーム|コンソーシアム))」"
    r"(?!案|法|事業|条例|計画|報告|構想|の手引|規則|要綱)"
)
_ACRONYM = re.compile(r"(?<![A-Za-z0-9])[A-Z][A-Z0-9&-]{1,9}(?![A-Za-z0-9-])")
# 在ジュネーブ国際機関日本政府代表部, 在ウクライナ日本国大使館, 駐日英国大使館
_MISSION = re.compile(
    r"(?<![一-鿿])[在駐][一-鿿ァ-ヴー・]{2,22}?(?:大使館|総領事館|領事館|代表部|出張駐在官事務所|領事事務所)"
)
_FORM = r"(?:株|有|財|社|独|国研|公財|公社|一財|一社|特非|学|医|福|NPO|宗|同|資|名)"
_LEGAL_BEFORE = re.compile(rf"\({_FORM}\) ?(?P<name>[一-鿿々ァ-ヴーA-Za-z0-9&・-]{{2,30}})")
_LEGAL_AFTER = re.compile(rf"(?P<name>[一-鿿々ァ-ヴーA-Za-z0-9&・-]{{2,30}}) ?\({_FORM}\)")


class CuedNames:
    """Finds names by the word of class before or the form of company beside them."""

    def __init__(self, lexicon: Path, grammar: Grammar) -> None:
        rows = read_rows(lexicon / "org_words.csv", ["word", "kind"])
        classes = [re.escape(row["word"]) for row in rows if row["kind"] == "class"]
        self._acronyms = {row["word"] for row in rows if row["kind"] == "acronym"}
        self._quoted = re.compile(
            rf"(?:{'|'.join(sorted(classes, key=len, reverse=True))})"
            r"[「『“\"](?P<name>[^」』”\"\n]{2,30})[」』”\"]"
        )
        names = sorted(read_nations(lexicon).names, key=len, reverse=True)
        # 松山博文|ボリビア事務所|長: no word begins where the office ends
        self._office = re.compile(
            rf"(?<![ァ-ヴー])(?:{'|'.join(map(re.escape, names))})事務所(?=次?長)"
        )
        self._post = grammar.post
        self._generic = {word for ending in grammar.endings.values() for word in ending.generic}

    def find(self, text: str) -> Iterator[tuple[int, int, float]]:
        """Start, end, and trust of each, in a folded text."""
        for pattern, sure in ((self._quoted, 0.9), (_LEGAL_BEFORE, 0.9), (_LEGAL_AFTER, 0.88)):
            for match in pattern.finditer(text):
                yield match.start("name"), match.end("name"), sure
        yield from self._in_quotes(text)
        for match in _MISSION.finditer(text):
            if not match[0].startswith("在外"):
                yield match.start(), match.end(), 0.95
        for match in self._office.finditer(text):
            yield match.start(), match.end(), 0.9
        for match in _KANA_OR_LATIN.finditer(text):
            if not _is_common(match[0]):
                yield match.start(), match.end() + 1, 0.9
        for match in _LATIN_WORDS.finditer(text):
            yield match.start(), text.index("社", match.end()) + 1, 0.9
        for match in _LEGAL_KANA.finditer(text):
            if not _KANJI.match(text, match.end()) or self._post.match(text, match.end()):
                yield match.start(), match.end(), 0.93
        for match in _ACRONYM.finditer(text):
            if match[0] not in self._acronyms and self._post.match(text, match.end()):
                yield match.start(), match.end(), 0.88

    def _in_quotes(self, text: str) -> Iterator[tuple[int, int, float]]:
        """Bodies that quotes hold together, but no class of them: 「専門委員会」."""
        for match in _QUOTED_BODY.finditer(text):
            if match["name"].removesuffix(match["end"]) not in self._generic:
                yield match.start("name"), match.end("name"), 0.9


def _is_common(surface: str) -> bool:
    told = reading(surface)
    return told.common and not told.person
