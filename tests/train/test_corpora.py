import json
from pathlib import Path

import pytest

from pipeline.train.corpora import read_corpora

COUNTRIES = {"日本", "米国", "英"}


@pytest.mark.parametrize(
    ("text", "name", "label", "expected"),
    [
        ("飯田が来た", "飯田", "PERSON", ("飯田", "PERSON")),
        ("日本に住む", "日本", "GPE", ("日本", "COUNTRY")),  # a country among places
        ("東京に住む", "東京", "GPE", None),  # a city is none
        ("日本は提案した", "日本", "政治的組織名", ("日本", "COUNTRY")),  # acting as a state
        ("日本政府は", "日本", "LOCATION", ("日本政府", "ORG")),  # longest name
        ("上院は可決した", "上院", "ORG", None),  # no name of its own
        ("早稲田大学に行く", "早稲田大学", "FAC", ("早稲田大学", "ORG")),
        ("新宿駅に行く", "新宿駅", "施設名", None),
        ("民主党が勝った", "民主党", "NORP", ("民主党", "ORG")),
        ("キリスト教が広まる", "キリスト教", "NORP", ("キリスト教", "unknown")),
        ("日本代表が勝つ", "日本代表", "その他の組織名", ("日本代表", "unknown")),
        ("英: Tokyo", "英", "OPTIONAL", None),  # a language
        ("日本人", "日本", "OPTIONAL", ("日本", "COUNTRY")),
        ("日本語", "日本", "OPTIONAL", None),  # a language
        ("第二次世界大戦", "第二次世界大戦", "EVENT", None),
    ],
)
def test_labels(
    text: str, name: str, label: str, expected: tuple[str, str] | None, tmp_path: Path
) -> None:
    start = text.index(name)
    span = {"start": start, "end": start + len(name), "label": label}
    row = {"id": "gsdtr0", "text": text, "spans": [span]}
    (tmp_path / "gsd.jsonl").write_text(json.dumps(row), "utf-8")
    (read,) = read_corpora(tmp_path, COUNTRIES.__contains__)
    found = [(text[s.start : s.end], s.label or "unknown") for s in read.stretches]
    assert found == ([expected] if expected else [])


def test_readings_in_brackets_are_left_out(tmp_path: Path) -> None:
    ids = ["wiki00010002-00-01", "wiki00010002-00-02", "wiki00010002-01"]
    rows = [json.dumps({"id": i, "text": i, "spans": []}) for i in ids]
    (tmp_path / "wac.jsonl").write_text("\n".join(rows), "utf-8")
    read = [sentence.text for sentence in read_corpora(tmp_path, COUNTRIES.__contains__)]
    assert read == ["wiki00010002-00-01", "wiki00010002-01"]
