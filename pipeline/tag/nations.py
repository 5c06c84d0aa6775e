"""Countries by name, for finders that meet one inside another name: ロシア in ロシア外務省.

Finding COUNTRY mentions is pipeline.tag.countries' work; this is only what countries.csv says.
"""

from dataclasses import dataclass
from pathlib import Path

from pipeline.lexicon import parts, read_rows
from pipeline.tag.folding import folded


@dataclass(frozen=True, slots=True)
class Nations:
    """ISO alpha-3 codes by name (`ロシア連邦` → RUS) and by character (`露` → RUS)."""

    names: dict[str, str]
    characters: dict[str, str]


def read_nations(lexicon: Path) -> Nations:
    """Read countries.csv. Raises LexiconError."""
    names: dict[str, str] = {}
    characters: dict[str, str] = {}
    required = ["code", "name", "names", "characters"]
    for row in read_rows(lexicon / "countries.csv", required):
        for name in map(folded, [row["name"], *parts(row["names"])]):
            names[name] = names[name.replace("・", "")] = row["code"]
        characters |= dict.fromkeys(parts(row["characters"]), row["code"])
    return Nations(names, characters)
