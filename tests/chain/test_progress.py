"""Progress: a bar on a terminal, plain lines elsewhere; names are shown as they are."""

import pytest

from pipeline.chain.progress import progress

NAMES = ["2024/青書", "資料 [/b]", "とても長い名前の報告書" * 5]


def test_plain_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(2, "reports") as step:
        step("2024/青書")
        step("資料 [/b]", "empty: [red] has no bytes")
    assert capsys.readouterr().err.splitlines() == [
        "[1/2] 2024/青書",
        "[2/2] 資料 [/b]: empty: [red] has no bytes",
    ]


def test_a_bar_keeps_its_place_beside_a_long_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    monkeypatch.setenv("COLUMNS", "60")
    with progress(len(NAMES), "reports") as step:
        for name in NAMES:
            step(name)
    drawn = capsys.readouterr().err
    assert "資料 [/b]" in drawn
    last = next(line for line in reversed(drawn.splitlines()) if "3/3" in line)
    assert "━" in last
    assert "…" in last
