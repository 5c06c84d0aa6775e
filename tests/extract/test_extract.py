"""The public face: any file gives a report, and a bad one says what to do."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.extract import SUFFIXES
from pipeline.report import Media, Status, load_report
from pipeline.report import dump_report as dump
from tests.extract.documents import press_release
from tests.extract.pdf.reading import PDFS
from tests.extract.reading import SAMPLES, read


def test_suffixes() -> None:
    assert {".pdf", ".txt", ".html", ".htm", ".docx"} == SUFFIXES


def test_a_report_knows_its_file(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_bytes("日本は、会合を開いた。令和6年".encode("cp932"))
    report = read(file, "2024/report")
    assert (report.doc, report.source) == ("2024/report", str(file))
    assert report.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()
    assert (report.media_type, report.encoding, report.status) == (Media.TEXT, "cp932", Status.OK)
    assert report.seconds > 0
    dump(report, tmp_path / "report.json")
    assert load_report(tmp_path / "report.json") == report


LFS = b"version https://git-lfs.github.com/spec/v1\noid sha256:e42687\nsize 4711433\n"


@pytest.mark.parametrize(
    ("name", "data", "code", "told"),
    [
        ("empty.txt", b"", "empty", "copied whole"),
        ("blank.txt", "　\n \r\n".encode(), "empty", "white space"),
        ("blank.html", b"<html><body></body></html>", "empty", "no text"),
        ("old.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "unknown-format", ".docx"),
        ("pointer.pdf", LFS, "lfs-pointer", "git lfs pull"),
        ("pointer.txt", LFS, "lfs-pointer", "git lfs pull"),
        ("fake.pdf", b"no PDF at all", "unknown-format", "export it again"),
        ("fake.docx", "これは文である。".encode(), "unknown-format", "export it again"),
        ("archive.zip", b"PK\x03\x04rest", "unknown-format", "save it again"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40, "unknown-format", "no text"),
    ],
)
def test_bad_files_fail_with_a_reason(
    name: str, data: bytes, code: str, told: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(data)
    report = read(tmp_path / name)
    assert report.status is Status.FAILED
    (problem,) = report.problems
    assert problem.code == code
    assert told in problem.detail
    assert report.sha256


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    report = read(tmp_path / "absent.txt")
    assert (report.status, report.problems[0].code) == (Status.FAILED, "unreadable")


def test_undecodable_bytes_make_a_report_partial(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("令和6年5月1日\n外務大臣は".encode() + b"\xff\xfe" + "述べた。".encode())
    report = read(file)
    assert report.status is Status.PARTIAL
    (problem,) = report.problems
    assert problem.code == "encoding"
    assert problem.detail.startswith("2 bytes are no utf-8 (at byte 34, 35)")
    assert "外務大臣は\ufffd\ufffd述べた。" in report.text


def test_content_decides_over_the_suffix(tmp_path: Path) -> None:
    page = (SAMPLES / "press-release.html").read_bytes()
    (tmp_path / "page.txt").write_bytes(page)
    assert read(tmp_path / "page.txt").media_type is Media.HTML
    press_release(tmp_path / "word.txt")
    assert read(tmp_path / "word.txt").media_type is Media.DOCX


@given(data=st.binary(min_size=1, max_size=400), suffix=st.sampled_from(sorted(SUFFIXES)))
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_bytes_raise(data: bytes, suffix: str, tmp_path: Path) -> None:
    file = tmp_path / f"any{suffix}"
    file.write_bytes(data)
    report = read(file)
    assert (report.status is Status.FAILED) <= bool(report.problems)


def test_reading_loads_no_language_model() -> None:
    """Workers that only read pay for neither spaCy nor numpy."""
    code = (
        "import sys; from pathlib import Path; from pipeline.extract import extract; "
        "from pipeline.settings import load_settings; "
        "report = extract(Path(sys.argv[1]), 'a', load_settings().extract); assert report.text; "
        "print(*sorted({'spacy', 'thinc', 'ginza', 'numpy', 'pandas'} & set(sys.modules)))"
    )
    source = PDFS / "two-columns.pdf"
    done = subprocess.run(
        [sys.executable, "-c", code, str(source)], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
