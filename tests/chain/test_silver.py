"""Unlabelled reports as `hokoku train` gets them: through the chain's stages, with raw scores."""

from pathlib import Path

from pipeline.chain.silver import judge_of
from pipeline.ner.weights import SHIPPED


def test_reports_are_judged_by_rules_and_the_network_given(tmp_path: Path) -> None:
    (tmp_path / "会見.txt").write_text(
        "外務省の田中一郎局長は、プーチン大統領と会談した。", "utf-8"
    )
    (tmp_path / "壊れた.pdf").write_bytes(b"%PDF-")  # skipped, as it cannot be read
    (judged,) = judge_of([tmp_path])(SHIPPED)
    text = judged.report.text
    found = {text[m.start : m.end]: m.found_by for m in judged.chosen}
    assert judged.report.doc == "会見"
    assert found["外務省"] == "learned+lexicon"
    assert found["プーチン"] == "learned+lexicon+people"
    assert set(judged.chosen) <= set(judged.candidates)
