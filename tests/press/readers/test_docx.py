"""DOCX: headings by style and by size, paragraphs, tables, what is not to be read."""

import io
import sys

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from analysis.press.errors import DamagedInput, EmptyInput, LockedInput, MissingReader
from analysis.press.readers.docx import read_sheets

PROSE = "今天，全国总工会在北京召开会议，部署下一阶段的工作。"


@pytest.fixture
def document():
    return docx.Document()


def save(document):
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def read(document):
    [sheet] = read_sheets("page.docx", save(document))
    return sheet


def test_styles_of_headings_become_marks(document):
    document.add_heading("要闻", level=0)
    document.add_heading("头条新闻", level=1)
    document.add_paragraph(PROSE)
    document.add_heading("小标题", level=2)
    assert read(document).page.text == f"# 要闻\n\n# 头条新闻\n\n{PROSE}\n\n## 小标题"


def test_large_type_is_a_headline_and_bold_type_is_not(document):
    for text, size in (("大字标题", 22), (PROSE, 10.5), ("黑体小标题", 10.5)):
        run = document.add_paragraph().add_run(text)
        run.font.size, run.bold = Pt(size), True
    assert read(document).page.text == f"## 大字标题\n\n{PROSE}\n\n黑体小标题"


def test_a_large_sentence_is_no_headline(document):
    document.add_paragraph(PROSE * 3)
    document.add_paragraph().add_run(PROSE).font.size = Pt(30)
    assert "#" not in read(document).page.text


def test_rows_of_facts_are_lines_and_cells_of_prose_paragraphs(document):
    table = document.add_table(2, 2)
    cells = [cell for row in table.rows for cell in row.cells]
    for cell, text in zip(cells, ("北京", "253万", "上海", "180万"), strict=True):
        cell.text = text
    document.add_table(1, 2).rows[0].cells[1].text = PROSE * 3
    assert read(document).page.text == f"北京 253万\n\n上海 180万\n\n{PROSE * 3}"


def test_running_headers_are_furniture(document):
    document.sections[0].header.paragraphs[0].text = "某某日报 2024年1月3日"
    document.add_paragraph(PROSE)
    sheet = read(document)
    assert (sheet.inside, sheet.furniture.strip()) == (PROSE, "某某日报 2024年1月3日")


def test_insertions_and_text_boxes_are_read_and_deletions_are_not(document):
    names = nsdecls("w")
    paragraph = document.add_paragraph("会议")
    box = "<w:txbxContent><w:p><w:r><w:t>文本框</w:t></w:r></w:p></w:txbxContent>"
    for change in (
        f"<w:ins {names}><w:r><w:t>今天</w:t></w:r></w:ins>",
        f"<w:del {names}><w:r><w:delText>昨天</w:delText></w:r></w:del>",
        f"<w:r {names}><w:pict>{box}</w:pict></w:r>",
    ):
        paragraph._p.append(parse_xml(change))  # noqa: SLF001 - python-docx cannot write these
    assert read(document).page.text == "会议今天\n\n文本框"


def test_a_document_without_words_is_empty(document):
    with pytest.raises(EmptyInput):
        read(document)


@pytest.mark.parametrize("cut", [0, 30, 2000])
def test_a_document_cut_short_is_damaged(document, cut):
    with pytest.raises(DamagedInput):
        list(read_sheets("page.docx", save(document)[:cut]))


def test_an_archive_that_is_no_document_is_damaged(archive_of):
    with pytest.raises(DamagedInput):
        list(read_sheets("page.docx", archive_of({"a.txt": b"a"})))


def test_a_document_with_a_password_is_locked():
    with pytest.raises(LockedInput):
        list(read_sheets("page.docx", bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)))


def test_a_missing_library_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(MissingReader, match="python-docx"):
        list(read_sheets("page.docx", b""))


def add_footnote(document, paragraph, words):
    """Add a footnote as word processors store it: a part of its own, and a reference."""
    notes = (
        f'<w:footnotes {nsdecls("w")}><w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>'
        f'<w:footnote w:id="2"><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    reference = f'<w:r {nsdecls("w")}><w:footnoteReference w:id="2"/></w:r>'
    paragraph._p.append(parse_xml(reference))  # noqa: SLF001 - python-docx makes no notes


def test_a_footnote_stands_behind_its_paragraph(document):
    add_footnote(document, document.add_paragraph(PROSE), "见1998年第三期。")
    document.add_paragraph(PROSE)
    assert read(document).page.text == f"{PROSE}\n\n见1998年第三期。\n\n{PROSE}"


def test_a_table_in_a_table_is_read_once(document):
    outer = document.add_table(1, 1).rows[0].cells[0]
    outer.text = "外"
    outer.add_table(1, 1).rows[0].cells[0].text = "内"
    text = read(document).page.text
    assert (text.count("外"), text.count("内")) == (1, 1)


def test_the_header_of_the_first_page_is_furniture(document):
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "工人日报"
    document.add_paragraph(PROSE)
    sheet = read(document)
    assert sheet.page.text[: sheet.head].strip() == "工人日报"


def test_words_of_formulae_and_hyphens_stay(document):
    paragraph = document.add_paragraph(PROSE)
    for inner in ("<w:noBreakHyphen/>", "<w:t>5</w:t>"):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))  # noqa: SLF001
    formula = '<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">'
    paragraph._p.append(parse_xml(f"{formula}<m:r><m:t>x</m:t></m:r></m:oMath>"))  # noqa: SLF001
    assert read(document).page.text == f"{PROSE}-5x"
