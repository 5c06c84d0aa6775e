"""What kind of file this is: its content decides, its suffix where the content says nothing."""

import re
import zipfile
from io import BytesIO
from pathlib import Path

from pipeline.report import MEDIA_BY_SUFFIX, Media

_HTML = re.compile(
    rb"\A\s*(?:\xef\xbb\xbf)?(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)",
    re.IGNORECASE | re.DOTALL,
)
_LFS_POINTER = b"version https://git-lfs"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class UnknownFormatError(Exception):
    """A file of no kind that can be read; `code` is a problem's, the message says what to do."""

    def __init__(self, message: str, code: str = "unknown-format") -> None:
        super().__init__(message)
        self.code = code


def media_of(data: bytes, source: Path) -> Media:
    """The kind of a file. Raises UnknownFormatError."""
    if b"%PDF-" in data[:1024]:
        return Media.PDF
    if data.startswith(b"PK\x03\x04"):
        return _zipped(data)
    if data.startswith(_LFS_POINTER):
        raise UnknownFormatError(
            "a Git LFS pointer, not the file itself; fetch it with `git lfs pull`", "lfs-pointer"
        )
    if data.startswith(_OLE):
        raise UnknownFormatError(
            "an old or encrypted Office file; open it in Word and save it as .docx or PDF"
        )
    if _HTML.match(data[:4096]):
        return Media.HTML
    named = MEDIA_BY_SUFFIX.get(source.suffix.lower(), Media.TEXT)
    if named in {Media.PDF, Media.DOCX}:
        raise UnknownFormatError(f"named {source.suffix}, but its content is none; export it again")
    return named


def _zipped(data: bytes) -> Media:
    try:
        names = zipfile.ZipFile(BytesIO(data)).namelist()
    except zipfile.BadZipFile:
        raise UnknownFormatError("a damaged .docx or .zip; save it again from Word") from None
    if "word/document.xml" in names:
        return Media.DOCX
    raise UnknownFormatError("an archive or a spreadsheet; unpack it, or export it as PDF")
