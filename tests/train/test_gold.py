import json
from pathlib import Path

import pytest

from pipeline.train.gold import read_gold

CASES = [
    # A hard-wrapped line goes on, a name across the break too.
    (
        "主催は外務省と北海道大学と日本国際問題研究所と、日本国際\n\nフォーラムである。",
        ["日本国際\n\nフォーラム"],
        [
            (
                "主催は外務省と北海道大学と日本国際問題研究所と、日本国際フォーラムである。",
                ["日本国際フォーラム"],
            )
        ],
    ),
    # A short line is a heading, an indent begins a paragraph.
    (
        "概観\n　日本は\n　露と",
        ["日本", "露"],
        [("概観", []), ("日本は", ["日本"]), ("露と", ["露"])],
    ),
    # Spaces beside digits are layout; spaces in names stay.
    (
        "令和 5 年、松本 尚 政務官",
        ["令和 5 年", "松本 尚"],
        [("令和5年、松本 尚 政務官", ["令和5年", "松本 尚"])],
    ),
]


@pytest.mark.parametrize(("text", "names", "expected"), CASES)
def test_paragraphs(
    text: str, names: list[str], expected: list[tuple[str, list[str]]], tmp_path: Path
) -> None:
    (tmp_path / "青書.txt").write_text(text, "utf-8")
    rows = [{"start": text.index(n), "end": text.index(n) + len(n), "label": "ORG"} for n in names]
    (tmp_path / "青書.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    read = [
        (p.text, [p.text[s.start : s.end] for s in p.stretches])
        for p in read_gold(tmp_path, tmp_path)
    ]
    assert read == expected


def test_no_mention_of_the_development_set_is_lost(shared: Path) -> None:
    files = (shared / "gold").glob("*.jsonl")
    labelled = sum(len(file.read_text("utf-8").splitlines()) for file in files)
    paragraphs = list(read_gold(shared / "gold", shared / "labelled"))
    whole = sum(s.label is not None for p in paragraphs for s in p.stretches)
    # Eight bureaus stand in wrapped cells of a list of those present, a cell a paragraph.
    assert labelled - whole == 8
