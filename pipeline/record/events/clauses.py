"""The clauses of a sentence, and whether what they tell has taken place."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

# Words after a verb that end its clause: 訪問したほか、… It is real if the rest is.
_ALONGSIDE = re.compile(
    r"(?:ほか|他|際に?|後に?|とともに|と共に|と同時に|ところ|結果|上で|折に?|中で?|など|一方で?|機会に)(?:、|,|，)"
)
# Verbs that have become particles: に関する, について, に向けた.
_PARTICLES = re.compile(
    r"つい(?:て|た)?|おい(?:て)?|おける|対し(?:て)?|対する|関し(?:て)?|関する|よる|より|よっ(?:て)?|際し(?:て)?"
    r"|通じ(?:て|た)?|基づ(?:き|い(?:て|た)|く)|めぐ(?:り|っ(?:て|た)|る)|伴(?:い|っ(?:て|た)|う)"
    r"|わた(?:り|っ(?:て|た)|る)|含(?:め|む)(?:て|た)?|かけ(?:て|た)|向け(?:て|た)?|当た(?:り|って)|応じ(?:て|た)?"
)
# Said of what is only wished, planned, hindered, or told by others.
_UNREAL = re.compile(
    r"予定|見込|見通し|計画|方針|調整|検討|目指|期待|求め|要請|提案|呼び?掛け|呼びかけ|希望|意向|意欲|べき|"
    r"延期|中止|見送|取りやめ|停止|断念|拒否|準備|に向け|可能性|願[うっい]|早期|伝えられ|報じられ|とされ|"
    r"とみられ|必要|招待|招請|働きかけ|したい|たいと|予想|見合わせ|実施時期|控え|歓迎する"
)
# What a verb before these words tells is no fact either: 開催する予定, 訪問するよう.
_UNREAL_AFTER = re.compile(
    r"(?:予定|方針|見込|見通し|計画|考え|所存|意[向志思]|よう(?:に|求|、)|ため(?!、)|べき|はず|場合"
    r"|可能性|との報道|と報じ|と伝え"
    r"|こと(?:を(?:求|要請|期待|提案|希望|目指|検討)|に(?:期待|なって|して)|が(?:期待|見込|予定|でき)"
    r"|[にと](?:なった|なり|した|し、|決)|で(?:一致|合意)))"
)
_PASSING = re.compile(
    r"(?:など)?(?:の(?:際|機会|場|後|結果|折|実施|成果|様子|一環)|に際し|において|における|に続|に引き続"
    r"|を踏まえ|を受け|では|での|で[、は]|に合わせ|直後|時に|後に|後、|から)"
)
# After a dated name (2024年のCOP29), what says that it was still to come.
_AHEAD = re.compile(
    r"[」』]?(?:（[^）]*）)?(?:(?:へ?の)?(?:早期|成功|実現|準備|調整|招待|立候補|招致|誘致|開催(?:を|に|が予定))"
    r"|に向け|を(?:目指|予定|控え|見据え)|[にがも]?予定)"
)
# What is said of a contact that did not take place, or is told elsewhere: 2月の訪中を延期した.
_GIVEN_UP = re.compile(
    r"[をはがも]、?[^、。]{0,12}(?:延期|中止|見送|取りやめ|断念|キャンセル|見合わせ|拒否|果たせ)"
    r"|を[^、。]{0,4}(?:歓迎|評価|祝)"
)
_NEXT_ONE = re.compile(r"(?:次回|次期|来る|今後)(?:の|会|首|外|訪)[^、。]{0,8}\Z")
_QUESTION = re.compile(r"(?:ました|でしょう|です|ます|たの)か[。？]?\Z")
_SERIES = re.compile(r"(?:（[^）]*）)?(?:など)?(?:を?、|及び|並びに|や|・|と(?!の))")
_LEADING_TO = re.compile(r"に(?:とどま|留ま|至)")
# A sentence that ends in a noun: 外相が来日。 協議を東京で開催。
_NOUN_AT_END = re.compile(r"(?:（[^）]*）)?(?:[をに][^、。をにが]{0,16})?(?:（[^）]*）)?。?\Z")
# What turns a verb into a notion: 訪れるのは, 訪問することは.
_AS_SUCH = re.compile(r"(?:の|こと)[はがをもにで]")
_STATES = ("ある", "有る", "見られる", "られる")
_NEGATIVES = ("ない", "無い", "ず", "ぬ", "ん")
_COMMAS = ("、", ",", "，")


@dataclass(frozen=True, slots=True)
class _Predicate:
    """A verb with what follows it: 行われ|た, 実施し|て|いる; `[start, end)` in the text."""

    start: int
    end: int
    tokens: tuple[Token, ...]

    @property
    def _forms(self) -> list[str]:
        return [";".join(token.morph.get("Inflection", [])) for token in self.tokens]

    @property
    def past(self) -> bool:
        return any("助動詞-タ" in form for form in self._forms)

    @property
    def denied(self) -> bool:
        return any(
            token.lemma_ in _NEGATIVES and token.tag_.startswith(("助動詞", "形容詞"))
            for token in self.tokens
        )

    @property
    def goes_on(self) -> bool:
        """会談を重ねている: it takes place, and has before."""
        return any(t.lemma_ in ("いる", "おる", "居る", "続ける", "至る") for t in self.tokens[1:])

    @property
    def continues(self) -> bool:
        """訪問し、: what follows tells when."""
        last = self.tokens[-1]
        return "連用形" in self._forms[-1] or "接続助詞" in last.tag_

    @property
    def adnominal(self) -> bool:
        return "連体形" in self._forms[-1]


class Sentence:
    """The tokens of one sentence, read as clauses and predicates."""

    def __init__(self, tokens: Sequence[Token], start: int, end: int, text: str) -> None:
        self.start, self.end, self.text = start, end, text
        self._predicates = _predicates(tokens)
        ends = [*_clause_ends(tokens), *self._alongside()]
        self._clause_starts = [start, *sorted(set(ends))]

    def _alongside(self) -> list[int]:
        """Where clauses end with 訪問したほか、 and the like."""
        after = (_ALONGSIDE.match(self.text, p.end, self.end) for p in self._predicates)
        return [match.end() for match in after if match]

    def clause(self, offset: int) -> tuple[int, int]:
        """The `[start, end)` of the clause that holds the character at `offset`."""
        index = max(0, bisect_right(self._clause_starts, offset) - 1)
        following = self._clause_starts[index + 1 :]
        return self._clause_starts[index], following[0] if following else self.end

    def in_series(self, end: int, then: int) -> bool:
        """Whether what ends at `end` is listed with what follows at `then`: 訪問、会談を.

        訪問を中止する、対話から離脱するなど is no series: a predicate and a comma part them.
        """
        between = [p for p in self._predicates if end <= p.start < then]
        parted = any(self.text[p.end : p.end + 1] in _COMMAS for p in between)
        return not parted and _SERIES.match(self.text, end, self.end) is not None

    def happened(self, start: int, end: int, *, caption: bool, dated: bool) -> bool:
        """Whether the contact with its cue at `[start, end)` is told of as having taken place.

        訪問した, 訪問し、会談した, 訪問の際 are; 訪問する予定, 訪問しなかった, 訪問を要請 not.
        A `caption` needs no predicate; what is `dated` (5月の首脳会議) is told as known.
        """
        if self._ruled_out(start, end):
            return False
        if dated:
            return _AHEAD.match(self.text, end, self.end) is None
        if _PASSING.match(self.text, end, self.end):
            return _UNREAL.search(self.text, end, min(end + 10, self.end)) is None
        for predicate in self._predicates:
            if predicate.end >= end and (told := self._tells(predicate, end)) is not None:
                return told
        brief = caption or _NOUN_AT_END.match(self.text, end, self.end)
        return bool(brief) and _UNREAL.search(self.text, end, self.end) is None

    def _ruled_out(self, start: int, end: int) -> bool:
        """Whether it is asked for, still to come, or given up."""
        return bool(
            _QUESTION.search(self.text, self.start, self.end)
            or _NEXT_ONE.search(self.text, self.start, start)
            or _GIVEN_UP.match(self.text, end, self.end)
        )

    def _tells(self, predicate: _Predicate, end: int) -> bool | None:
        """Whether a predicate says that it took place; None: a later one does."""
        if predicate.denied or self._unreal(predicate, end):
            return False
        if _LEADING_TO.match(self.text, predicate.end):
            return None
        if predicate.past or predicate.goes_on:
            return True
        if predicate.continues or _ALONGSIDE.match(self.text, predicate.end):
            return self._ends_in_fact(predicate)
        return None if predicate.adnominal else False

    def _unreal(self, predicate: _Predicate, end: int) -> bool:
        """訪問を要請した, 訪問する予定, 訪問することは."""
        if _UNREAL.search(self.text, end, predicate.end):
            return True
        notion = predicate.adnominal and not predicate.past
        return bool(
            _UNREAL_AFTER.match(self.text, predicate.end)
            or (notion and _AS_SUCH.match(self.text, predicate.end))
        )

    def _ends_in_fact(self, begun: _Predicate) -> bool:
        """Of 訪問し、: whether a later predicate says that this is past."""
        later = [p for p in self._predicates if p.start > begun.start] or [begun]
        last = later[-1]
        lasting = last.goes_on or last.continues or last.tokens[-1].lemma_ in _STATES
        return lasting or any(p.past or p.goes_on for p in later)


def _clause_ends(tokens: Sequence[Token]) -> list[int]:
    return [
        comma.idx + len(comma.text)
        for before, comma in pairwise(tokens)
        if comma.text in _COMMAS and _ends_clause(before)
    ]


def _ends_clause(token: Token) -> bool:
    if "接続助詞" in token.tag_:
        return True
    return _inflects(token) and "連用形" in ";".join(token.morph.get("Inflection", []))


def _inflects(token: Token) -> bool:
    return token.tag_.startswith(("動詞", "助動詞", "形容詞"))


def _predicates(tokens: Sequence[Token]) -> list[_Predicate]:
    """Runs of verbs, auxiliaries and て, without the copulas な and である before nouns."""
    found: list[_Predicate] = []
    run: list[Token] = []
    for token in [*tokens, None]:
        if token is not None and (_inflects(token) or (run and token.text in ("て", "で", "つつ"))):
            run.append(token)
            continue
        words = "".join(t.text for t in run)
        if any(t.tag_.startswith("動詞") for t in run) and not _PARTICLES.fullmatch(words):
            found.append(_Predicate(run[0].idx, run[-1].idx + len(run[-1].text), tuple(run)))
        run = []
    return found
