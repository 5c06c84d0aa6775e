"""What kind of file this is: its content decides, its suffix where the content says nothing."""

import re
import zipfile
from pathlib import Path

from pipeline.report import MEDIA_BY_SUFFIX, Media

_HTML = re.compile(
    rb"\A\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)",
    re.IGNORECASE | re.DOTALL,
)
# So much of a file tells what it is.
_HEAD = 4096
_LFS_POINTER = b"version https://git-lfs"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class UnknownFormatError(Exception):
    """A file of no kind that can be read; `code` is a problem's, the message says what to do."""

    def __init__(self, message: str, code: str = "unknown-format") -> None:
        super().__init__(message)
        self.code = code


def media_of(source: Path) -> Media:
    """The kind of a file. Raises UnknownFormatError."""
    with source.open("rb") as file:
        head = file.read(_HEAD)
    if b"%PDF-" in head[:1024]:
        return Media.PDF
    if head.startswith(b"PK\x03\x04"):
        return _zipped(source)
    if head.startswith(_LFS_POINTER):
        raise UnknownFormatError(
            "a Git LFS pointer, not the file itself; fetch it with `git lfs pull`", "lfs-pointer"
        )
    if head.startswith(_OLE):
        raise UnknownFormatError(
            "an old or encrypted Office file; open it in Word and save it as .docx or PDF"
        )
    if _HTML.match(head):
        return Media.HTML
    named = MEDIA_BY_SUFFIX.get(source.suffix.lower(), Media.TEXT)
    if named in {Media.PDF, Media.DOCX}:
        raise UnknownFormatError(f"named {source.suffix}, but its content is none; export it again")
    return named


def _zipped(source: Path) -> Media:
    try:
        with zipfile.ZipFile(source) as archive:
            names = archive.namelist()
    except zipfile.BadZipFile:
        raise UnknownFormatError("a damaged .docx or .zip; save it again from Word") from None
    if "word/document.xml" in names:
        return Media.DOCX
    raise UnknownFormatError("an archive or a spreadsheet; unpack it, or export it as PDF")
