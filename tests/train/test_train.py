"""The whole training, small: two documents, three sentences, a report, a narrow network."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from pipeline.label import Label
from pipeline.mention import Mention
from pipeline.ner.weights import read_weights
from pipeline.report import Block, BlockKind, Media, Report
from pipeline.train import Judge, TrainError, train
from pipeline.train.silver import Judged

CONFIG = """
[model]
@architectures = "hokoku.NameTagger.v1"
width = 8
rows = [50,50,50,50,50,50]
depth = 1
window_size = 1
maxout_pieces = 2

[corpora]
epochs = 1
learn_rate = 0.001
dropout = 0.2
batch_tokens = 600

[silver]
epochs = 1
learn_rate = 0.001
dropout = 0.2
batch_tokens = 600
replay = 1.0
left_out = []

[gold]
epochs = 2
learn_rate = 0.001
dropout = 0.2
batch_tokens = 600
replay = 1.0
swaps = 1
"""
GOLD = {
    "青書": ("外務省は日本で会合を開いた。", "外務省", "ORG"),
    "議事録": ("露の対応", "露", "COUNTRY"),
}


@pytest.fixture
def school(tmp_path: Path) -> Path:
    """A folder with corpora/, gold/, texts/, and ner.cfg."""
    for name in ("corpora", "gold", "texts"):
        (tmp_path / name).mkdir()
    (tmp_path / "ner.cfg").write_text(CONFIG, "utf-8")
    spans = [{"start": 0, "end": 2, "label": "GPE"}]
    rows = [{"id": f"gsd{n}", "text": f"日本に{n}人いる。", "spans": spans} for n in range(3)]
    lines = "\n".join(map(json.dumps, rows))
    (tmp_path / "corpora" / "gsd.jsonl").write_text(lines, "utf-8")
    for doc, (text, name, label) in GOLD.items():
        (tmp_path / "texts" / f"{doc}.txt").write_text(text, "utf-8")
        row = {"start": 0, "end": len(name), "label": label}
        (tmp_path / "gold" / f"{doc}.jsonl").write_text(json.dumps(row), "utf-8")
    return tmp_path


def run(school: Path, output: str, folds: int, judge: Judge | None = None) -> Path:
    folders = (school / "corpora", school / "gold", school / "texts", school / "ner.cfg")
    train(*folders, school / output, seed=3, folds=folds, judge=judge)
    return school / output


def test_folds_weights_and_calibration(
    school: Path, ginza: Language, capsys: pytest.CaptureFixture[str]
) -> None:
    output = run(school, "out", folds=2)
    assignment = json.loads((output / "folds" / "assignment.json").read_text("utf-8"))
    assert assignment.keys() == GOLD.keys()
    assert len(set(assignment.values())) == 2
    for folder in (output, *map(Path, assignment.values())):
        assert read_weights(folder, ginza.vocab).calibration.keys() == set(Label)
    said = capsys.readouterr()
    assert said.out == ""
    assert "mean" in said.err


def test_the_same_seed_gives_the_same_weights(school: Path) -> None:
    first, second = run(school, "one", folds=0), run(school, "two", folds=0)
    assert (first / "model.gz").read_bytes() == (second / "model.gz").read_bytes()


def test_silver_is_learned_from_between_corpora_and_gold(school: Path, ginza: Language) -> None:
    asked: list[Path] = []

    def judge(weights: Path) -> Iterator[Judged]:
        assert read_weights(weights, ginza.vocab)
        asked.append(weights)
        block = Block(BlockKind.PARAGRAPH, 0, 8)
        report = Report("談話", "談話.txt", Media.TEXT, "", "外務省の田中局長", [block])
        found = [Mention(0, 3, Label.ORG, found_by="learned+organisations", score=0.9)]
        yield Judged(report, found, found)

    without, with_silver = run(school, "one", folds=0), run(school, "two", folds=0, judge=judge)
    assert len(asked) == 1
    assert (without / "model.gz").read_bytes() != (with_silver / "model.gz").read_bytes()


@pytest.mark.parametrize("folds", [1, 3])
def test_folds_that_leave_nothing_to_learn_or_to_score(school: Path, folds: int) -> None:
    with pytest.raises(TrainError, match="2 or more"):
        run(school, "out", folds)


@pytest.mark.parametrize(
    ("lacking", "message"),
    [
        ("corpora/gsd.jsonl", "holds no"),
        ("texts/青書.txt", "no text for gold's 青書"),
        ("ner.cfg", "no such file"),
    ],
)
def test_what_is_lacking_is_named(school: Path, lacking: str, message: str) -> None:
    (school / lacking).unlink()
    with pytest.raises(TrainError, match=message):
        run(school, "out", folds=0)
