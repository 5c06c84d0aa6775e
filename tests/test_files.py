"""Files are whole or absent."""

from pathlib import Path

import pytest
from pytest import MonkeyPatch

from pipeline.files import settled, write_whole


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


def test_the_disk_is_waited_for_once_for_all(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    """Inside `settled` files are whole at once, and on the disk when it ends; outside, at once."""
    synced: list[int] = []
    monkeypatch.setattr("os.fsync", synced.append)
    with settled():
        write_whole(tmp_path / "a", b"1")
        write_whole(tmp_path / "b", b"2")
        assert (tmp_path / "a").read_bytes() == b"1"
        assert synced == []
    assert len(synced) == 2
    write_whole(tmp_path / "c", b"3")
    assert len(synced) == 3


def test_what_breaks_off_is_on_the_disk_too(tmp_path: Path, monkeypatch: MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr("os.fsync", synced.append)
    with pytest.raises(RuntimeError), settled():
        write_whole(tmp_path / "a", b"1")
        raise RuntimeError
    assert len(synced) == 1
