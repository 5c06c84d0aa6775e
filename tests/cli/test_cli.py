"""What the command line says, and how it ends."""

import os
import signal
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
    # an output folder that cannot be made
    (["run", "--output", "file"], "file: File exists"),
    (["run", "--output", "file/output"], "file/output: Not a directory"),
    # corpora that are not there
    (["train", "--corpora", "x", "--gold", "x", "--texts", "x", "--output", "o"], "x: holds no"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a report, and a file where a folder is wanted."""
    (tmp_path / "file").touch()
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "a.txt").write_text("岸田総理は訪米した。", "utf-8")
    return tmp_path


@pytest.mark.parametrize(("arguments", "says"), WRONG)
def test_wrong_usage_ends_with_2_and_one_line(
    folder: Path, arguments: list[str], says: str
) -> None:
    done = _hokoku(folder, *arguments)
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


def test_a_terminal_without_japanese_shows_what_it_can(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pipeline", "--help"]
    plain = {**os.environ, "PYTHONIOENCODING": "ascii"}
    done = subprocess.run(command, cwd=tmp_path, env=plain, capture_output=True, check=False)
    assert done.returncode == 0
    assert b"hokoku (??)" in done.stdout


def test_failed_reports_end_with_1_and_are_named(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "broken.pdf").write_bytes(b"%PDF-1.7\n")
    done = _hokoku(tmp_path, "extract")
    assert done.returncode == 1
    assert done.stdout == ""
    assert "failed: broken: damaged" in done.stderr


def test_ctrl_c_says_that_what_is_done_is_kept(tmp_path: Path) -> None:
    """The signal comes when the first report is done."""
    (tmp_path / "raw").mkdir()
    for number in range(40):
        text = f"第{number}号\n" + "外務大臣はケニアを訪問し、大統領と会談した。" * 40
        (tmp_path / "raw" / f"{number}.txt").write_text(text, "utf-8")
    command = [sys.executable, "-m", "pipeline", "run", "--workers", "1"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("[1/40]")
        process.send_signal(signal.SIGINT)
        assert process.stderr.read().splitlines()[-1].startswith("stopped; what is done is kept")
    assert process.returncode == 130
