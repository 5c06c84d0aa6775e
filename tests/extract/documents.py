"""Word documents made for tests."""

from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def element(markup: str) -> Any:
    """A WordprocessingML element: `w:r`, `w:ruby` …"""
    return parse_xml(markup.replace(">", f" {nsdecls('w')}>", 1))


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def ruby(base: str, reading: str) -> Any:
    return element(
        f"<w:r><w:ruby><w:rt>{run(reading)}</w:rt><w:rubyBase>{run(base)}</w:rubyBase></w:ruby></w:r>"
    )


def ruby_field(base: str, reading: str) -> list[Any]:
    """Ruby as older Words set it: an EQ field, its code in two pieces."""
    codes = [' EQ \\* jc2 \\* "Font:ＭＳ 明朝" \\* hps10 \\o\\ad(\\s\\up 9(', f"{reading}),{base})"]
    runs = ['<w:r><w:fldChar w:fldCharType="begin"/></w:r>']
    runs += [f'<w:r><w:instrText xml:space="preserve">{code}</w:instrText></w:r>' for code in codes]
    runs += ['<w:r><w:fldChar w:fldCharType="end"/></w:r>']
    return [element(markup) for markup in runs]


def press_release(file: Path) -> None:
    """The report of samples/press-release.html, as far as Word says the same."""
    document = docx.Document()
    document.add_heading("日・モルドバ外相会談", 0)
    document.add_paragraph("令和6年3月14日")
    document.add_paragraph("会談に臨む両外相（3月14日、東京）", style="Caption")
    paragraph = document.add_paragraph(
        "　3月14日、午後2時から約30分間、上川陽子外務大臣は、訪日中の"
    )
    paragraph._p.append(ruby("波波", "ぽぽ"))
    paragraph.add_run("外相と会談")
    paragraph.add_run("（注1）").font.superscript = True
    paragraph.add_run("を行ったところ、概要は以下のとおりです。")
    for text in (
        "冒頭、上川大臣から、モルドバのEU加盟候補国としての取組に敬意を表しました。",
        "両外相は、面積500km2の農地の再生、Research & Development の協力について一致しました。",
    ):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("日時：令和6年3月14日（木）")
    document.add_paragraph("場所：飯倉公館")
    document.add_paragraph("出席者", style="Caption")
    table = document.add_table(2, 2)
    cells = [["氏名", "役職"], ["上川 陽子", "外務大臣"]]
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.cell(1, 1).add_paragraph("（議長）")
    document.add_paragraph("（注1）モルドバは2022年に EU 加盟候補国となった。")
    document.save(str(file))
