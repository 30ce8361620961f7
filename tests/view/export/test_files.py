"""Downloads: names that every system takes, tables that open right and do nothing by themselves."""

import re
from io import BytesIO

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.view.drawing.clouds import Cloud
from analysis.view.export.files import cloud_downloads, download_name, figure_downloads, table_csv

# What a newspaper's text can hold, spiced with what makes trouble in tables and names.
TEXTS = st.text(
    st.sampled_from("工会=+-@＝＋－＠'\"\t\r\n,;:/\\|<>?*.\u202e\u200b aé1")
    | st.characters(codec="utf-8"),
    max_size=60,
).filter(lambda text: "\0" not in text)


def _read(data):
    """Read a table back, taking away the apostrophes that make it harmless."""
    frame = pd.read_csv(BytesIO(data), encoding="utf-8-sig", dtype=str, keep_default_na=False)
    return frame.replace(r"^'('*[=+\-@\t\r\n＝＋－＠])", r"\1", regex=True)


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_texts_read_back_equal(texts):
    # A second column, for a line with nothing in it is no row.
    frame = pd.DataFrame({"文": texts, "n": ["1"] * len(texts)})
    pd.testing.assert_frame_equal(_read(table_csv(frame)), frame, check_dtype=False)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=5))
def test_numbers_read_back_equal(numbers):
    data = BytesIO(table_csv(pd.DataFrame({"n": numbers})))
    assert list(pd.read_csv(data)["n"]) == numbers


@given(TEXTS)
def test_no_text_begins_a_formula(text):
    cell = pd.read_csv(
        BytesIO(table_csv(pd.DataFrame({"文": [text], "n": [1]}))),
        dtype=str,
        keep_default_na=False,
        encoding="utf-8-sig",
    )["文"][0]
    assert not cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))


def test_a_negative_number_stays_a_number():
    assert b"-0.5\r\n" in table_csv(pd.DataFrame({"n": [-0.5]}))


def test_names_of_columns_are_made_harmless_too():
    assert table_csv(pd.DataFrame({"=A1": [1]})).decode("utf-8-sig").startswith("'=A1")


def test_excel_is_told_that_it_is_utf8():
    assert table_csv(pd.DataFrame({"词": ["工会"]})).startswith(b"\xef\xbb\xbf")


@given(TEXTS, TEXTS)
def test_names_are_safe_everywhere(study, view):
    name = download_name(study, view, "2024-04-04", "csv")
    assert not re.search(r'[\\/:*?"<>|\x00-\x1f\x7f\u202a-\u202e]', name)
    assert name.endswith("2024-04-04.csv")
    assert name.strip(". ") == name
    assert len(name.encode()) <= 255


@pytest.mark.parametrize("study", ["CON", "com1.旧", "nul"])
def test_names_that_windows_keeps_for_itself_are_changed(study):
    assert download_name(study, "", "", "csv").startswith("_")


def test_a_name_that_only_begins_like_one_stays():
    assert download_name("console", "", "", "csv") == "console.csv"


def test_a_figure_is_offered_in_six_forms(bars):
    downloads = figure_downloads(bars, "种子五版", "2024-04-04")
    assert [offer.name.rpartition(".")[2] for offer in downloads] == [
        "png",
        "svg",
        "pdf",
        "html",
        "csv",
        "xlsx",
    ]
    assert downloads[0].name == "种子五版_各主题占比_2024-04-04.png"
    assert downloads[0].label == "图片（PNG）"


def test_each_offer_makes_what_its_kind_says(bars):
    starts = {
        "image/png": b"\x89PNG",
        "image/svg+xml": b"<?xml",
        "application/pdf": b"%PDF",
        "text/html": b"<!doctype html>",
        "text/csv": b"\xef\xbb\xbf",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": b"PK",
    }
    for offer in figure_downloads(bars, "种子五版", "2024-04-04"):
        assert offer.make().startswith(starts[offer.mime])


def test_the_table_of_a_figure_is_its_data(bars):
    table = figure_downloads(bars, "种子五版", "2024-04-04")[-2].make()
    pd.testing.assert_frame_equal(pd.read_csv(BytesIO(table)), bars.frame, check_dtype=False)


def test_a_cloud_is_offered_with_its_weights():
    cloud = Cloud("cloud", {"工会": 2.0, "职工": 1.0}, "#D55E00", title="词云", language="en")
    downloads = cloud_downloads(cloud, "种子五版", "2024-04-04")
    assert downloads[0].label == "Picture (PNG)"
    assert downloads[-2].make().decode("utf-8-sig") == "term,weight\r\n工会,2.0\r\n职工,1.0\r\n"
