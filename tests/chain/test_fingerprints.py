"""A stage's recipe names all the code that shapes what it writes."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.chain.fingerprints import SHARED, STAGES

PACKAGE = Path(__file__).parents[2] / "pipeline"
# What says where things stand, how files are written, how failures are told: not what is written.
WITHOUT_INFLUENCE = {"__init__.py", "errors.py", "files.py", "paths.py", "settings.py"}
# Below a stage and named by the modules that use them.
BELOW = {"segment": {"label.py"}, "extract": {"label.py"}}


@pytest.mark.parametrize("stage", STAGES)
def test_the_recipe_holds_all_code_that_a_stage_imports(stage: str) -> None:
    listed = {file.removesuffix("/") for file in SHARED[stage]}
    used = {str(file.relative_to(PACKAGE)) for file in _reached(PACKAGE / stage)}
    outside = {file for file in used if not file.startswith(f"{stage}/")}
    unlisted = {file for file in outside if not {file, file.split("/")[0]} & listed}
    assert unlisted <= WITHOUT_INFLUENCE | BELOW.get(stage, set())


def _reached(folder: Path) -> set[Path]:
    waiting, reached = list(folder.rglob("*.py")), set[Path]()
    while waiting:
        file = waiting.pop()
        if file not in reached:
            reached.add(file)
            waiting += filter(None, map(_file, _imported(file)))
    return reached


def _imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def _file(module: str) -> Path | None:
    base = PACKAGE.parent / module.replace(".", "/")
    files = (base.with_suffix(".py"), base / "__init__.py")
    return next((f for f in files if PACKAGE in f.parents and f.is_file()), None)
