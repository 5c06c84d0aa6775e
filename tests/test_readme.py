"""Every command of the README works, and its Python does."""

import contextlib
import io
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def _fenced(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


TABLES_IN_PANDAS, OWN_PIPELINE = _fenced("python")
COMMANDS = [line for block in _fenced("sh") for line in block.splitlines()]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the repository's top, to work in."""
    folder = tmp_path_factory.mktemp("desk")
    for name in ("raw", "tests/gold", "Makefile", "requirements.lock", "pyproject.toml"):
        source, target = ROOT / name, folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target)
        else:
            shutil.copy(source, target)
    return folder


def _hokoku(desk: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pipeline", *arguments]
    return subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False)


def test_every_command(desk: Path) -> None:
    """In order, as a reader would type them; `make` is only asked what it would do."""
    for line in COMMANDS:
        program, *arguments = shlex.split(line)
        if program == "make":
            command = ["make", "--dry-run", *arguments]
            done = subprocess.run(command, cwd=desk, capture_output=True, text=True, check=False)
        else:
            assert program == "hokoku", line
            done = _hokoku(desk, *arguments)
        assert done.returncode == 0, f"{line}\n{done.stdout}\n{done.stderr}"
    assert {line.split()[0] for line in COMMANDS} == {"make", "hokoku"}
    assert (desk / "output/4-records/events.csv").exists()
    assert (desk / "output/view/index.html").exists()
    assert "PERSON" in _hokoku(desk, "score", "--gold", "tests/gold").stdout
    reading = [sys.executable, "-c", TABLES_IN_PANDAS]
    done = subprocess.run(reading, cwd=desk, capture_output=True, text=True, check=False)
    assert "JPN" in done.stdout, done.stderr


def test_the_pipeline_of_ones_own() -> None:
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        exec(compile(OWN_PIPELINE, "README.md", "exec"), {})
    for found in ("('2023年9月', 'DATE', '2023-09')", "('露', 'COUNTRY', 'RUS')"):
        assert found in shown.getvalue()


def test_every_link_leads_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)\)", README)
    assert targets
    assert [t for t in targets if not (ROOT / t).exists()] == []


def test_every_command_is_documented() -> None:
    from typer.main import get_command

    from pipeline.cli import app

    for name in get_command(app).commands:  # type: ignore[attr-defined]
        assert re.search(rf"`?hokoku {name}|`{name}`", README), name
