"""All files of a selection, opened and counted; a folder is filled whole or left alone."""

import io
import zipfile

import numpy as np
import openpyxl
import pandas as pd
import pytest

from analysis.errors import NotEmpty
from analysis.study.counting import WordCounts
from analysis.study.folder import fill_folder
from analysis.study.records import Selection
from analysis.view.export.collection import list_of_sides, make_contrast
from analysis.view.export.entries import list_entries, stream_zip
from analysis.view.export.parcel import make_parcel
from analysis.view.topics.subjects import Subject, call_subject

DAY = "2024-04-04"


def zip_of(parcel, **forms):
    pieces = stream_zip(list_entries(parcel, **forms))
    return zipfile.ZipFile(io.BytesIO(b"".join(pieces)))


@pytest.fixture(scope="module")
def parcel(catalogue):
    return make_parcel(catalogue, Selection(), "zh", date=DAY)


@pytest.fixture(scope="module")
def packed(parcel):
    return zip_of(parcel, figures=("svg",))


def table(archive, name):
    return pd.read_csv(io.BytesIO(archive.read(f"表/{name}.csv")))


def test_each_chart_comes_in_each_form(packed):
    stems = {}
    for name in packed.namelist():
        if name.startswith("图/"):
            stem, _, form = name.rpartition(".")
            stems.setdefault(stem, set()).add(form)
    assert stems["图/01_各主题占多大份额"] == {"svg", "csv", "xlsx"}
    assert all(forms == {"svg", "csv", "xlsx"} for forms in stems.values())
    assert len(stems) > 6


def test_charts_as_pages_share_one_script(parcel):
    entries = list_entries(parcel, figures=("html",), tables=())
    names = [entry.name for entry in entries]
    assert names.count("图/plotly.min.js") == 1
    pages = [entry for entry in entries if entry.name.endswith(".html")]
    assert len(pages) > 3
    for entry in pages[:2]:
        page = io.BytesIO()
        entry.fill(page)
        assert b'src="plotly.min.js"' in page.getvalue()
        assert len(page.getvalue()) < 1_000_000


def test_where_no_chart_is_a_page_no_script_lies_beside(packed):
    assert not any(name.endswith(".js") for name in packed.namelist())


def test_two_sides_come_with_their_charts_and_words(catalogue, contrast):
    two = contrast(Selection(themes=("工会",)), Selection(themes=("生态",)))
    parcel = make_parcel(catalogue, Selection(), "zh", date=DAY, contrast=two)
    archive = zip_of(parcel, figures=("svg",), tables=("csv", "xlsx"))
    names = archive.namelist()
    assert any(name.endswith("_把两侧分开的词.svg") for name in names)
    words = table(archive, "两侧的词")
    assert {"term", "z", "count_a", "count_b"} <= set(words.columns)
    assert (words["count_a"] + words["count_b"] > 0).all()
    assert parcel.compared in archive.read("说明.txt").decode("utf-8-sig")
    book = openpyxl.load_workbook(io.BytesIO(archive.read("表/全部表.xlsx")))
    assert "两侧的词" in book.sheetnames


def test_without_two_sides_nothing_is_compared(packed):
    assert not any("两侧" in name for name in packed.namelist())


def test_a_side_without_articles_brings_neither_chart_nor_words_and_that_is_said(
    catalogue, contrast
):
    empty = contrast(Selection(search="哪里都没有的字"), Selection())
    parcel = make_parcel(catalogue, Selection(), "zh", date=DAY, contrast=empty)
    assert not list(list_of_sides(parcel.contrast))
    archive = zip_of(parcel, figures=(), tables=("csv", "xlsx"))
    assert not any("两侧" in name for name in archive.namelist())
    assert "没有两侧的图和词表" in archive.read("说明.txt").decode("utf-8-sig")


def test_enough_articles_bring_shares_and_differences(crowd):
    catalogue = crowd(200)
    rows, times = np.tile(np.arange(200), 2), np.ones(400, dtype=np.uint8)
    counts = WordCounts(("a", "b"), np.array([0, 200, 400]), rows, times, np.array([200] * 2), 200)
    pair = tuple(Selection(newspapers=(name,)) for name in ("报0", "报1"))
    contrast = make_contrast(catalogue, Selection(), pair, counts, language="zh")
    assert [one.chart.name for one in list_of_sides(contrast)] == [
        "side-shares",
        "side-differences",
    ]


def test_each_topic_that_is_selected_comes_with_its_charts(catalogue):
    chosen = Selection(topics=catalogue.topics[:1])
    archive = zip_of(make_parcel(catalogue, chosen, "zh", date=DAY), figures=("svg",), tables=())
    name = call_subject(catalogue.study, Subject("", catalogue.topics[0]), "zh")
    of_subject = [one for one in archive.namelist() if "词" in one and one.endswith("svg")]
    assert len(of_subject) == 2
    assert all(name in one for one in of_subject)


def test_each_table_comes_in_each_form(packed):
    tables = {name for name in packed.namelist() if name.startswith("表/")}
    assert {"表/文章.csv", "表/文章.parquet", "表/全部表.xlsx"} <= tables
    assert len(tables) == 8 * 2 + 1


def test_tables_are_joined_by_their_ids(packed):
    articles, shares = table(packed, "文章"), table(packed, "文章的主题份额")
    assert set(shares["article_id"]) <= set(articles["article_id"])
    assert shares.groupby("article_id")["share"].sum().tolist() == pytest.approx(
        [1.0] * shares["article_id"].nunique()
    )


def test_a_parquet_table_is_the_csv(packed):
    frame = pd.read_parquet(io.BytesIO(packed.read("表/版面.parquet")))
    assert frame["page_id"].tolist() == table(packed, "版面")["page_id"].tolist()
    assert frame["articles"].sum() == len(table(packed, "文章"))


def test_the_workbook_has_a_sheet_a_table_and_one_that_explains(packed):
    book = openpyxl.load_workbook(io.BytesIO(packed.read("表/全部表.xlsx")))
    assert len(book.sheetnames) == 8 + 1
    assert book.sheetnames[-1] == "说明"
    assert book["文章"].max_row == 1 + len(table(packed, "文章"))


def test_the_text_beside_names_every_file(packed, catalogue):
    text = packed.read("说明.txt").decode("utf-8-sig")
    assert all(name in text for name in packed.namelist() if name != "说明.txt")
    for fact in (catalogue.study.name, catalogue.study.digest, "全部文章", DAY, "随机种子 = 0"):
        assert fact in text


def test_a_selection_narrows_tables_and_is_said(catalogue):
    chosen = make_parcel(catalogue, Selection(search="白鹭"), "zh", date=DAY)
    archive = zip_of(chosen, figures=(), tables=("csv",))
    assert table(archive, "文章")["headline"].tolist() == ["清水绕城"]
    assert table(archive, "版面")["articles"].tolist() == [1]
    assert len(table(archive, "议题")) == len(catalogue.topics)
    assert "白鹭" in archive.read("说明.txt").decode("utf-8-sig")


def test_the_same_selection_gives_the_same_bytes(parcel, packed):
    again = zip_of(parcel, figures=("svg",))
    assert again.fp.getvalue() == packed.fp.getvalue()


def test_in_english_all_of_it_is_english(catalogue):
    parcel = make_parcel(catalogue, Selection(), "en", date=DAY)
    archive = zip_of(parcel, figures=("svg",), tables=("csv",))
    names = archive.namelist()
    assert {"tables/articles.csv", "README.txt"} <= set(names)
    notes = archive.read("README.txt").decode("utf-8-sig")
    assert "Seed = 0; " in notes
    assert "passage_length" not in notes
    assert not set("；。") & set(notes)


def test_progress_is_told(parcel):
    told = []
    entries = list_entries(parcel, figures=(), tables=("csv",))
    list(stream_zip(entries, lambda *words: told.append(words)))
    assert told[-1] == ("take", len(entries), len(entries))


def test_a_folder_is_filled(parcel, tmp_path):
    entries = list_entries(parcel, figures=(), tables=("csv",))
    fill_folder(tmp_path / "out", ((entry.name, entry.fill) for entry in entries))
    assert (tmp_path / "out" / "表" / "文章.csv").is_file()
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(NotEmpty, match="left alone"):
        fill_folder(tmp_path, [("a.txt", lambda file: file.write(b"a"))])
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_folder_that_fails_half_way_is_not_there(tmp_path):
    def fail(_):
        raise RuntimeError

    with pytest.raises(RuntimeError):
        fill_folder(tmp_path / "out", [("a.txt", fail)])
    assert list(tmp_path.iterdir()) == []
