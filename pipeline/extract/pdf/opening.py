"""Opens PDFs, or says in words that help why one cannot be opened."""

from collections.abc import Sequence
from pathlib import Path

import pdfplumber
from pdfminer.pdfdocument import PDFPasswordIncorrect
from pdfplumber.pdf import PDF

from pipeline.extract.pdf.fonts import Fonts


class UnreadableError(Exception):
    """A file that cannot be read; `code` is a problem's code, `detail` says what to do."""

    def __init__(self, code: str, detail: str) -> None:
        super().__init__(detail)
        self.code = code
        self.detail = detail


def open_pdf(source: Path, passwords: Sequence[str]) -> PDF:
    """Open the file with no password (owner-only encryption needs none), else with each in turn.

    Raises UnreadableError: needs-password, damaged.
    """
    for password in ("", *passwords):
        try:
            pdf = pdfplumber.open(source, password=password)
            pages = len(pdf.pages)
        except Exception as error:  # whatever a parser stumbles over in a broken file
            if _is_password(error):
                continue
            raise _damaged(error) from error
        if pages == 0:
            pdf.close()
            raise _damaged(None)
        pdf.rsrcmgr = Fonts()
        return pdf
    tried = f"none of the {len(passwords)} given opens it" if passwords else "none was given"
    raise UnreadableError(
        "needs-password",
        f"asks for a password, {tried}: add it to extract.passwords or give --password",
    )


def _is_password(error: BaseException) -> bool:
    causes = (error, error.__context__, error.__cause__, *error.args)
    return any(isinstance(cause, PDFPasswordIncorrect) for cause in causes)


def _damaged(error: Exception | None) -> UnreadableError:
    reason = f" ({error.args[0]!r})" if error is not None and error.args else ""
    return UnreadableError(
        "damaged",
        f"is damaged or cut short{reason}: fetch it again, or mend it with `qpdf OLD.pdf NEW.pdf`",
    )
