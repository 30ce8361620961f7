"""Tables: what goes in comes out, columns are told by their names, faults by their rows."""

import io
import json

import openpyxl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet

from analysis.press.errors import (
    DamagedInput,
    EmptyInput,
    EmptyRows,
    NoTextColumn,
    TooLarge,
    UnsafeArchive,
)
from analysis.press.limits import Limits
from analysis.press.readers.fields import Wanted
from analysis.press.readers.stories import make_cut
from analysis.press.readers.tables import read_rows
from analysis.press.repair import replay

SIGNS = st.sampled_from("工会养老生态保险，。；“”|\"' ,;\t\n1a年")
TEXTS = st.text(SIGNS, min_size=1).map(str.strip).filter(bool)


def read(name, data, **given):
    found = read_rows(name, io.BytesIO(data), Wanted(**given))
    return [one if isinstance(one, Exception) else make_cut(*one) for one in found]


def write_csv(rows, separator=",", encoding="utf-8"):
    quoted = [[f'"{cell}"'.replace('"', '""')[1:-1] for cell in row] for row in rows]
    return "\r\n".join(separator.join(row) for row in quoted).encode(encoding)


def write_quoted(rows):
    cells = [['"' + cell.replace('"', '""') + '"' for cell in row] for row in rows]
    return "\r\n".join(",".join(row) for row in cells).encode()


def write_xlsx(*sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for rows in sheets:
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def write_jsonl(rows):
    header, *rest = rows
    lines = (json.dumps(dict(zip(header, r, strict=True)), ensure_ascii=False) for r in rest)
    return "\n".join(lines).encode()


def write_json(rows):
    return b"[" + write_jsonl(rows).replace(b"\n", b",\n") + b"]"


def write_parquet(rows):
    header, *rest = rows
    file = pa.BufferOutputStream()
    parquet.write_table(pa.table(dict(zip(header, zip(*rest, strict=True), strict=True))), file)
    return file.getvalue().to_pybytes()


WRITERS = {
    "csv": write_quoted,
    "xlsx": write_xlsx,
    "jsonl": write_jsonl,
    "json": write_json,
    "parquet": write_parquet,
}


@pytest.mark.parametrize("ending", WRITERS)
@given(rows=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=4))
def test_what_goes_in_comes_out(ending, rows):
    lines = [[headline.replace("\n", " "), body] for headline, body in rows]
    cuts = read(f"a.{ending}", WRITERS[ending]([["标题", "正文"], *lines]))
    assert len(cuts) == len(lines)
    for cut, (headline, body) in zip(cuts, lines, strict=True):
        [article] = cut.articles
        assert article.headline == headline
        assert article.body == "\n".join(filter(None, map(str.strip, body.split("\n"))))
        assert replay(cut.page.text, article.spans, article.notes) == article.body
        assert article.spans == ((0, len(cut.page.text)),)


def test_a_row_tells_headline_author_newspaper_date_and_edition():
    header = ["Title", " 内 容 ", "作者", "来源", "发布时间", "版次"]
    row = ["头条", "正文。", "张三", "某报", "2024/1/3 08:00", "1"]
    [cut] = read("a.csv", write_quoted([header, row]))
    page, [article] = cut.page, cut.articles
    assert (page.newspaper, page.date, page.edition) == ("某报", "2024-01-03", "1")
    assert dict(page.origins) == dict.fromkeys(("newspaper", "date", "edition"), "given")
    assert (article.headline, article.byline, article.date) == ("头条", "张三", "2024-01-03")
    assert page.source == article.source == "a.csv#r2"


def test_a_column_can_be_named_by_the_user():
    data = write_quoted([["稿件", "正文"], ["这是正文。", "编号7"]])
    [cut] = read("a.csv", data, columns=(("body", "稿件"),))
    assert cut.articles[0].body == "这是正文。"


def test_facts_given_for_the_table_hold_where_a_row_says_nothing():
    data = write_quoted([["正文", "报纸"], ["一。", ""], ["二。", "他报"]])
    cuts = read("a.csv", data, given=(("newspaper", "某报"),))
    assert [cut.page.newspaper for cut in cuts] == ["某报", "他报"]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "gb18030", "utf-16", "big5"])
def test_separator_and_encoding_are_told(separator, encoding):
    rows = [["title", "text"], ["今天", "今天大會在北京舉行，有關部門出席。"]]
    [cut] = read("a.csv", write_csv(rows, separator, encoding))
    assert cut.articles[0].text == "今天\n今天大會在北京舉行，有關部門出席。"


def test_the_encoding_is_told_where_the_first_chinese_comes_late():
    rows = [["id", "text"], *([["x" * 50, "latin"]] * 3000), ["y", "今天大会在北京举行。"]]
    assert read("a.csv", write_csv(rows, encoding="gb18030"))[-1].articles[0].body == rows[-1][1]


def test_a_title_above_the_header_is_passed_over():
    data = write_xlsx([["某报报道汇总"], [], ["标题", "正文"], ["头条", "今天。"]])
    [cut] = read("a.xlsx", data)
    assert (cut.page.source, cut.articles[0].headline) == ("a.xlsx#r4", "头条")


def test_sheets_without_a_column_of_text_are_passed_over():
    data = write_xlsx([["说明"], ["无"]], [["正文"], ["一。"]], [["正文"], ["二。"]])
    assert [cut.articles[0].body for cut in read("a.xlsx", data)] == ["一。", "二。"]


@pytest.mark.parametrize("ending", WRITERS)
def test_a_table_without_a_column_of_text_names_its_columns(ending):
    with pytest.raises(NoTextColumn, match="标题, 稿件"):
        read(f"a.{ending}", WRITERS[ending]([["标题", "稿件"], ["头条", "今天。"]]))


def test_rows_without_text_are_told_by_number_and_the_others_go_on():
    rows = [["标题", "正文"], ["一", "甲。"], ["二", ""], ["三", " "], ["四", "乙。"], ["五", ""]]
    first, gap, second, last = read("a.csv", write_quoted(rows))
    assert (first.articles[0].body, second.articles[0].body) == ("甲。", "乙。")
    assert isinstance(gap, EmptyRows)
    assert (gap.facts["rows"], last.facts["rows"]) == ("3-4", "6")


def test_blank_rows_below_a_table_are_none():
    assert len(read("a.xlsx", write_xlsx([["正文"], ["甲。"], [""], [""]]))) == 1


def test_unquoted_separators_are_told_instead_of_losing_text():
    good, bad = read("a.csv", "标题,正文\n一,甲。\n二,乙，有,逗号\n".encode())
    assert good.articles[0].body == "甲。"
    assert isinstance(bad, DamagedInput)
    assert bad.facts["source"] == "a.csv#r3"


def test_a_quotation_mark_that_is_never_closed_is_told():
    with pytest.raises(DamagedInput, match=r"a\.csv, 3-4 .* never closed"):
        read("a.csv", 'text\n甲。\n"乙。\n丙。\n'.encode())


def test_quotation_marks_that_are_closed_are_nobodys_fault():
    lines = '正文\n"甲。\n“乙”。"\n5" 的屏幕\n'.encode()
    assert [cut.articles[0].body for cut in read("a.csv", lines)] == ["甲。\n“乙”。", '5" 的屏幕']


def test_a_cell_that_is_too_long_is_told_and_the_other_rows_go_on():
    rows = [["标题", "正文"], ["长", "甲" * 200_001], ["短", "乙。"]]
    for ending in ("csv", "jsonl"):
        long, cut = read(f"a.{ending}", WRITERS[ending](rows))
        assert isinstance(long, TooLarge)
        assert "200000" in str(long)
        assert cut.articles[0].body == "乙。"


def test_a_line_that_is_longer_than_a_row_may_be_is_told_once():
    limits = Limits(page_characters=10)
    lines = ['{"正文": "甲。"}', "x" * 200, '{"正文": "乙。"}']
    wanted = Wanted(limits=limits)
    good, told, other = read_rows("a.jsonl", io.BytesIO("\n".join(lines).encode()), wanted)
    assert (good[1].number, other[1].number) == (1, 3)
    assert isinstance(told, TooLarge)
    with pytest.raises(TooLarge, match=r"a\.csv#r3"):
        list(read_rows("a.csv", io.BytesIO("正文\n甲。\n".encode() + b"x" * 200), wanted))


def test_columns_without_an_end_are_told():
    names = ",".join(f"c{n}" for n in range(16_385)).encode()
    with pytest.raises(TooLarge, match="16385 columns"):
        read("a.csv", names + b"\n")


def test_what_is_nested_too_deep_is_told_and_the_other_records_go_on():
    deep = '{"正文": ' + "[" * 3_000 + "]" * 3_000 + "}"
    with pytest.raises(DamagedInput):
        read("a.json", deep.encode())
    told, cut = read("a.jsonl", f'{deep}\n{{"正文": "甲。"}}\n'.encode())
    assert isinstance(told, DamagedInput)
    assert cut.articles[0].body == "甲。"


def test_a_line_that_is_no_object_is_told_and_the_others_go_on():
    lines = ('{"正文": "甲。"}', '{"正', "7", '{"正文": "乙。"}')
    good, bad, number, other = read("a.jsonl", "\n".join(lines).encode())
    assert (good.articles[0].body, other.articles[0].body) == ("甲。", "乙。")
    assert (bad.facts["source"], number.facts["source"]) == ("a.jsonl#r2", "a.jsonl#r3")


def test_a_list_inside_an_object_is_read():
    data = json.dumps({"count": 1, "articles": [{"content": "甲。"}]}).encode()
    assert read("a.json", data)[0].articles[0].body == "甲。"


def test_paragraphs_and_markup_in_cells_become_lines():
    rows = [{"text": ["第一段。", "第二段。"]}, {"text": "<p>第一段。</p><p>第二段。</p>"}]
    cuts = read("a.json", json.dumps(rows).encode())
    assert [cut.articles[0].body for cut in cuts] == ["第一段。\n第二段。"] * 2


@pytest.mark.parametrize("name", ["a.csv", "a.json", "a.jsonl"])
def test_an_empty_file_is_said(name):
    with pytest.raises(EmptyInput):
        read(name, b" \n")


def test_a_table_without_rows_is_empty():
    with pytest.raises(EmptyInput):
        read("a.csv", "标题,正文\n".encode())


@pytest.mark.parametrize("name", ["a.xlsx", "a.parquet", "a.json"])
def test_a_file_that_is_something_else_is_damaged(name):
    with pytest.raises(DamagedInput):
        read(name, b"{ neither nor")


def test_a_workbook_packed_like_a_bomb_is_refused(archive_of):
    with pytest.raises(UnsafeArchive):
        read("a.xlsx", archive_of({"xl/workbook.xml": bytes(50_000_000)}))


@pytest.mark.parametrize("name", ["a.csv", "a.jsonl"])
def test_an_encoding_that_is_told_is_used_and_kept(name):
    rows = [["正文"], ["碁堃喆镕会议召开"]]
    data = write_csv(rows) if name == "a.csv" else write_jsonl(rows)
    [cut] = read(name, data.decode().encode("gb18030"), encoding="gb18030")
    assert (cut.page.encoding, cut.articles[0].body) == ("gb18030", "碁堃喆镕会议召开")
