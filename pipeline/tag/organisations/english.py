"""Names in English: Shanghai Cooperation Organization, Global Forum of Japan."""

import re
from collections.abc import Iterator

_WORD = r"[A-Z][A-Za-z'’&-]*"
_LINK = r"(?:of|for|on|and|the|in|to|de|des|du|la|les|et|der|für|und|&)"
_PHRASE = re.compile(rf"(?<![A-Za-z]){_WORD}(?:,? (?:{_LINK} ){{0,3}}{_WORD})+(?![A-Za-z])")
_HEAD = re.compile(
    r"\b(?:Organi[sz]ation|Agency|Authority|Association|Alliance|Assembly|Academy|Administration"
    r"|Bank|Board|Bureau|Center|Centre|Chamber|College|Commission|Commonwealth|Committee|Community"
    r"|Company|Confederation|Congress|Consortium|Cooperation Council|Corporation|Corps|Council"
    r"|Court|Department|Directorate|Embassy|Federation|Force|Forum|Foundation|Front|Fund|Group"
    r"|Institute|Institution|League|Ministry|Movement|Museum|Nations|Network|Office|Parliament"
    r"|Party|Sector|Secretariat|Senate|Society|Tribunal|Union|University)\b"
)
# Longer phrases are titles of papers; so are those that begin with one of these.
_LONGEST = 12
_TITLE_WORDS = frozenset(["On", "In", "For", "How", "Why", "What", "Towards", "Toward", "An", "A"])
_NO_BODY = re.compile(
    r"\b(?:Treaty|Agreement|Convention|Act|Law|Protocol|Declaration|Strategy|Report|Program(?:me)?"
    r"|Project|Initiative|Conference|Summit|Day|Year|Index|Plan|Award|Prize|Dialogue|Meeting)s?$"
)
# Classes of bodies, and networks that are none.
_CLASS = re.compile(
    r"(?:(?:Security|Network|Data|Call|Contact|Global|Shared Services?|Disaster Recovery) )*"
    r"(?:Operations? )?Cent(?:er|re)s?|Board of Directors|(?:Working|User|Study|Expert|Focus) Group"
    r"|(?:Steering|Executive|Audit|Joint) Committee|(?:Public|Private) Sector|Task Force"
    r"|(?:Certificate|Certification|Registration|Competent) Authority|Center of Excellence"
    r"|.*\b(?:Private|Area|Neural|Adversarial|Trust|Delivery|Distribution|Access|Mesh|Bayesian"
    r"|Defined|Core|Social|Sensor|Optical|Transport) Network"
)


def english_names(text: str) -> Iterator[tuple[int, int]]:
    """Where names of organisations in English stand, in a folded text."""
    for match in _PHRASE.finditer(text):
        if is_body(match[0]):
            start = match.start() + (4 if match[0].startswith("The ") else 0)
            yield start, match.end()


def is_body(phrase: str) -> bool:
    """Whether an English phrase names a body: not Conventional Armed Forces in Europe."""
    words = phrase.split()
    if (
        len(words) > _LONGEST
        or words[0] in _TITLE_WORDS
        or _NO_BODY.search(phrase)
        or _CLASS.fullmatch(phrase)
    ):
        return False
    return _HEAD.search(phrase) is not None
