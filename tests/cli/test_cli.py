"""What the command line says, and how it ends."""

import subprocess
import sys
from pathlib import Path

import pytest


def _hokoku(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


# (arguments, what the last line of standard error must say)
WRONG = [
    # a place that is not there
    (["run", "nowhere"], "nowhere: no such file or folder"),
    # a configuration that is not there
    (["run", "--config", "none.toml"], "none.toml: no such configuration file"),
    # gold that is not there
    (["score", "--gold", "gold"], "gold: no such folder"),
    # tables that are not there
    (["view", "--output", "none"], "run `hokoku run` first"),
    # corpora that are not there
    (["train", "--corpora", "x", "--gold", "x", "--texts", "x", "--output", "o"], "x: holds no"),
]


@pytest.mark.parametrize(("arguments", "says"), WRONG)
def test_wrong_usage_ends_with_2_and_one_line(
    tmp_path: Path, arguments: list[str], says: str
) -> None:
    done = _hokoku(tmp_path, *arguments)
    assert done.returncode == 2
    assert done.stdout == ""
    [line] = done.stderr.strip().splitlines()
    assert line.startswith("hokoku: ")
    assert says in line


def test_an_unknown_option_ends_with_2(tmp_path: Path) -> None:
    assert _hokoku(tmp_path, "run", "--wokers", "2").returncode == 2


def test_help_names_every_command(tmp_path: Path) -> None:
    shown = _hokoku(tmp_path, "--help").stdout
    for command in ["run", "extract", "segment", "tag", "record", "view", "score", "gold", "train"]:
        assert f" {command} " in shown


def test_failed_reports_end_with_1_and_are_named(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    done = _hokoku(tmp_path, "extract")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "failed: broken: damaged" in done.stderr
