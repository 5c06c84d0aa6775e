"""Word documents."""

import zipfile
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK

from pipeline.extract.builder import unaccounted
from pipeline.report import AsideKind, BlockKind, Report, Status
from tests.extract.documents import element, press_release, ruby, ruby_field
from tests.extract.reading import SAMPLES, asides, blocks, read, texts

P = BlockKind.PARAGRAPH


@pytest.fixture
def release(tmp_path: Path) -> Report:
    press_release(tmp_path / "release.docx")
    return read(tmp_path / "release.docx")


def saved(document: object, folder: Path) -> Report:
    file = folder / "report.docx"
    document.save(str(file))  # type: ignore[attr-defined]
    report = read(file)
    assert not unaccounted(report)
    return report


def test_word_and_html_of_one_content_read_the_same(release: Report) -> None:
    page = read(SAMPLES / "press-release.html")
    assert release.text == page.text
    assert blocks(release) == blocks(page)
    assert [b.section for b in release.blocks] == [b.section for b in page.blocks]
    assert release.tables[0].rows == page.tables[0].rows
    assert (release.title, release.date, release.covers) == (page.title, page.date, page.covers)
    for kind in (AsideKind.RUBY, AsideKind.FOOTNOTE_MARK):
        assert asides(release, kind) == asides(page, kind)


def test_elements_lead_back_into_the_parts(release: Report, tmp_path: Path) -> None:
    first = next(block for block in release.blocks if block.kind is P)
    origin = release.origin(first.start)
    assert origin is not None
    inside = [e for e in release.elements if e.start <= origin][-1]
    part, _, path = inside.path.partition(".xml")
    root = docx.Document(str(tmp_path / "release.docx")).element
    (node,) = root.getroottree().xpath(path, namespaces=root.nsmap)
    assert part == "/word/document"
    assert node.text[origin - inside.start] == release.text[first.start]
    assert not unaccounted(release)


def test_ruby_by_element_and_by_field(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("太平洋島")
    paragraph._p.extend(ruby_field("嶼", "しょ"))
    paragraph.add_run("国の")
    paragraph._p.append(ruby("金正恩", "キムジョンウン"))
    paragraph.add_run("氏と会った。")
    report = saved(document, tmp_path)
    assert report.text == "太平洋島嶼国の金正恩氏と会った。"
    rubies = [aside for aside in report.asides if aside.kind is AsideKind.RUBY]
    found = [(report.text[r.base_start : r.base_end], r.text) for r in rubies]
    assert found == [("嶼", "しょ"), ("金正恩", "キムジョンウン")]


def test_headings_by_style_and_outline_level(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("外交の報告", 0)
    document.add_heading("概観", 1)
    document.add_paragraph("世界は変動している。")
    document.add_heading("各国", 2)
    outlined = document.add_paragraph("結び")
    outlined._p.get_or_add_pPr().append(element('<w:outlineLvl w:val="0"></w:outlineLvl>'))
    report = saved(document, tmp_path)
    levels = [(b.level, b.section) for b in report.blocks if b.kind is BlockKind.HEADING]
    assert levels == [(1, -1), (2, 0), (3, 1), (2, 0)]


def test_footnotes_follow_their_paragraph(tmp_path: Path) -> None:
    file = tmp_path / "plain.docx"
    document = docx.Document()
    paragraph = document.add_paragraph("条約")
    paragraph._p.append(element('<w:r><w:footnoteReference w:id="7"/></w:r>'))
    paragraph.add_run("が発効した。")
    document.add_paragraph("両国は歓迎した。")
    document.save(str(file))
    note = '<w:footnote w:id="7"><w:p><w:r><w:t>2023年8月に署名。</w:t></w:r></w:p></w:footnote>'
    report = read(_with_footnotes(file, note))
    assert blocks(report) == [
        (P, "条約が発効した。"),
        (BlockKind.FOOTNOTE, "2023年8月に署名。"),
        (P, "両国は歓迎した。"),
    ]
    (mark,) = (aside for aside in report.asides if aside.kind is AsideKind.FOOTNOTE_MARK)
    assert (mark.text, mark.at, mark.target) == ("1", 2, 1)
    assert not unaccounted(report)


def _with_footnotes(file: Path, note: str) -> Path:
    """The document with a part of footnotes, which python-docx cannot make."""
    noted = file.with_name("noted.docx")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(noted, "w") as new:
        for name in old.namelist():
            data = old.read(name).decode("utf-8", "surrogateescape")
            if name == "[Content_Types].xml":
                override = f'<Override PartName="/word/footnotes.xml" ContentType="{kind}"/>'
                data = data.replace("</Types>", f"{override}</Types>")
            if name == "word/_rels/document.xml.rels":
                added = f'<Relationship Id="rId99" Type="{relation}" Target="footnotes.xml"/>'
                data = data.replace("</Relationships>", f"{added}</Relationships>")
            new.writestr(name, data.encode("utf-8", "surrogateescape"))
        new.writestr("word/footnotes.xml", f'<w:footnotes xmlns:w="{main}">{note}</w:footnotes>')
    return noted


def test_what_is_no_text_of_the_report(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "外務省報告"
    paragraph = document.add_paragraph("公表する。")
    paragraph.add_run("（未定稿）").font.hidden = True
    deleted = "<w:del><w:r><w:delText>消した。</w:delText></w:r></w:del>"
    paragraph._p.append(element(deleted))
    report = saved(document, tmp_path)
    assert report.text == "公表する。"
    assert asides(report, AsideKind.RUNNING_HEAD) == ["外務省報告"]
    assert asides(report, AsideKind.MARKUP) == ["（未定稿）"]


def test_pages_and_line_breaks(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("前の頁で始まった文が")
    paragraph.add_run().add_break(WD_BREAK.PAGE)
    paragraph.add_run("次の頁で終わった。")
    document.add_paragraph("後の頁である。")
    report = saved(document, tmp_path)
    assert texts(report, P) == ["前の頁で始まった文が次の頁で終わった。", "後の頁である。"]
    assert [block.page for block in report.blocks] == [1, 2]
    assert [page.number for page in report.pages] == [1, 2]


def test_a_frame_of_one_cell_is_no_table(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "枠の中の文である。"
    report = saved(document, tmp_path)
    assert blocks(report) == [(P, "枠の中の文である。")]


def test_a_damaged_document_is_told(tmp_path: Path) -> None:
    press_release(tmp_path / "release.docx")
    data = (tmp_path / "release.docx").read_bytes()
    (tmp_path / "half.docx").write_bytes(data[: len(data) // 2])
    report = read(tmp_path / "half.docx")
    assert report.status is Status.FAILED
    assert "save it again" in report.problems[0].detail
