"""Files are whole or absent."""

from pathlib import Path

import pytest

from pipeline.files import write_whole


def test_written_whole_in_a_new_folder(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b.txt", "日本".encode())
    assert (tmp_path / "a" / "b.txt").read_text("utf-8") == "日本"


def test_a_failure_leaves_the_old_file_and_no_other(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    write_whole(file, b"old")
    with pytest.raises(TypeError):
        write_whole(file, "not bytes")  # type: ignore[arg-type]
    assert file.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]
