"""Workbooks are opened again: numbers are numbers, texts are texts, nothing is lost unsaid."""

import io
from datetime import datetime

import openpyxl
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.view.drawing.clouds import Cloud
from analysis.view.drawing.values import FORMATS
from analysis.view.export import sheets
from analysis.view.export.files import cloud_downloads, figure_downloads
from analysis.view.export.sheets import SheetTable, make_workbook, name_sheet

ABOUT = (("标题", "一张表"),)


def open_book(tables, language="zh"):
    return openpyxl.load_workbook(io.BytesIO(make_workbook(tables, ABOUT, language=language)))


def first_cell(text):
    """Return the only cell of a table that holds one text."""
    return open_book([SheetTable("表", pd.DataFrame({"文": [text]}))]).worksheets[0]["A2"]


def test_numbers_keep_their_value_and_get_a_format():
    frame = pd.DataFrame({"theme": ["工会"], "share": [0.40812], "articles": [75806]})
    row = open_book([SheetTable("主题", frame, {"share": "percent"})])["主题"][2]
    assert [cell.value for cell in row] == ["工会", 0.40812, 75806]
    assert [cell.number_format for cell in row[1:]] == ["0.0%", "#,##0"]


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_of_a_chart_has_one_in_excel(form):
    frame = pd.DataFrame({"value": [-0.25, 0.5]})
    cell = open_book([SheetTable("表", frame, {"value": form})])["表"]["A2"]
    assert cell.value == -0.25
    assert cell.number_format != "General"


def test_the_head_is_frozen_bold_and_filters():
    sheet = open_book([SheetTable("表", pd.DataFrame({"a": [1], "b": [2]}))])["表"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:B2")
    assert sheet["A1"].font.bold


def test_a_column_is_as_wide_as_its_texts():
    frame = pd.DataFrame({"文": ["产业工人队伍建设改革"], "长": ["长" * 900]})
    widths = open_book([SheetTable("表", frame)])["表"].column_dimensions
    assert widths["A"].width == pytest.approx(22, abs=1)
    assert widths["B"].width <= 60


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "#N/A", "＝1", "'quoted"])
def test_what_begins_like_a_formula_stays_a_text(text):
    cell = first_cell(text)
    assert (cell.value, cell.data_type) == (text, "s")
    assert cell.quotePrefix


def test_a_day_is_a_day():
    assert first_cell("2024-04-04").value == datetime(2024, 4, 4)  # noqa: DTZ001


@pytest.mark.parametrize("text", ["2024-02-31", "2024-04", "1897-01-01"])
def test_what_is_no_day_of_excel_stays_a_text(text):
    assert first_cell(text).value == text


@pytest.mark.parametrize("value", [None, float("nan"), pd.NA])
def test_what_is_missing_is_empty(value):
    frame = pd.DataFrame({"a": [value], "b": ["x"]})
    assert open_book([SheetTable("表", frame)])["表"]["A2"].value is None


def test_forbidden_characters_are_seen_and_told():
    book = open_book([SheetTable("表", pd.DataFrame({"文": ["社\x00保\x1b卡\ufffe"]}))])
    assert book["表"]["A2"].value == "社␀保␛卡\ufffd"
    assert any("3 个" in str(row[1].value) for row in book["说明"])


def test_a_text_beyond_the_limit_is_cut_and_told():
    book = open_book([SheetTable("表", pd.DataFrame({"文": ["长" * 40_000]}))])
    assert len(book["表"]["A2"].value) == 32_767
    assert any("32,767" in str(row[1].value) for row in book["说明"])


def test_rows_beyond_the_limit_go_on_in_the_next_sheet(monkeypatch):
    monkeypatch.setattr(sheets, "_MOST_ROWS", 4)
    tables = [SheetTable("表", pd.DataFrame({"n": range(10)}), {"n": "percent"})]
    book = open_book([*tables, SheetTable("后", pd.DataFrame({"n": range(3)}))])
    names = ["表", "表 2", "表 3", "表 4"]
    assert book.sheetnames == [*names, "后", "说明"]
    cells = [cell for name in names for cell in book[name]["A"][1:]]
    assert [cell.value for cell in cells] == list(range(10))
    assert {cell.number_format for cell in cells} == {"0.0%"}
    assert all(book[name]["A1"].value == "n" for name in names)
    assert [book[name].auto_filter.ref for name in names[2:]] == ["A1:A4", "A1:A2"]
    told = [row[1].value for row in book["说明"] if "表 2" in str(row[1].value)]
    assert len(told) == 1
    assert "10 行" in told[0]


def test_a_table_of_just_as_many_rows_is_one_sheet(monkeypatch):
    monkeypatch.setattr(sheets, "_MOST_ROWS", 4)
    assert open_book([SheetTable("表", pd.DataFrame({"n": range(3)}))]).sheetnames == ["表", "说明"]


def test_a_table_without_rows_still_has_its_sheet():
    assert open_book([SheetTable("表", pd.DataFrame({"n": []}))])["表"]["A1"].value == "n"


def test_nothing_is_told_of_a_table_that_fits():
    book = open_book([SheetTable("表", pd.DataFrame({"文": ["社保"]}))])
    assert [row[0].value for row in book["说明"]] == ["标题"]


def test_known_columns_are_explained():
    book = open_book([SheetTable("表", pd.DataFrame({"share": [0.5]}))], "en")
    assert book["About"]["A2"].value == "share"


@given(st.text(st.characters(codec="utf-8"), max_size=40).filter(lambda text: text.strip()))
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_whole_but_for_what_is_told(text):
    value = first_cell(f"文{text}").value
    assert len(value) == len(f"文{text}".replace("\r\n", "\n"))


def test_names_of_sheets_are_short_and_unlike():
    names = []
    for _ in range(3):
        names.append(name_sheet("很长的题目" * 10 + "[a]", names))
    assert len(set(names)) == 3
    assert max(map(len, names)) <= 31


def test_the_same_tables_give_the_same_bytes():
    tables = [SheetTable("表", pd.DataFrame({"文": ["社保"], "n": [1.5]}))]
    assert make_workbook(tables, ABOUT, language="zh") == make_workbook(
        tables, ABOUT, language="zh"
    )


def test_the_workbook_of_a_figure_says_what_it_is(bars):
    offers = {one.name.rpartition(".")[2]: one for one in figure_downloads(bars, "五版", "2024")}
    book = openpyxl.load_workbook(io.BytesIO(offers["xlsx"].make()))
    told = {row[0].value: row[1].value for row in book["说明"]}
    assert book.worksheets[0]["B2"].number_format == "0.0%"
    assert told["标题"] == "各主题占比"
    assert told["单位和分母"] == "占全部 29 篇文章的比例"
    assert told["来源行"] == bars.source


def test_what_is_selected_stands_in_the_source_line(bars):
    offers = figure_downloads(bars, "五版", "2024", selected="报纸：工人日报")
    book = openpyxl.load_workbook(io.BytesIO(offers[-1].make()))
    told = {row[0].value: row[1].value for row in book["说明"]}
    assert told["来源行"] == f"{bars.source}；选择：报纸：工人日报"


def test_the_workbook_of_a_cloud_holds_its_words():
    cloud = Cloud("cloud", {"工会": 2.0, "职工": 1.0}, "#D55E00", title="词云")
    book = openpyxl.load_workbook(io.BytesIO(cloud_downloads(cloud, "五版", "2024")[-1].make()))
    assert [cell.value for cell in book.worksheets[0][2]] == ["工会", 2.0]
