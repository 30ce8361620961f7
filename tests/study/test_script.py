"""A study of traditional pages: the same themes, found in either script, shown as printed."""

import pytest
from opencc import OpenCC

from analysis.press.inputs import Input
from analysis.study.build import build_study
from analysis.study.catalogue import load_catalogue
from analysis.study.recipe import new_recipe
from analysis.study.records import Selection
from analysis.study.select import select_rows
from analysis.study.tables import read_table


@pytest.fixture(scope="module")
def printed(inputs, tmp_path_factory):
    """Build the study of the two pages in traditional characters."""
    turn = OpenCC("s2t").convert
    pages = [
        Input(item.source, data=turn(item.path.read_text(encoding="utf-8")).encode())
        for item in inputs
    ]
    folder = tmp_path_factory.mktemp("script") / "study"
    return load_catalogue(build_study(pages, folder, recipe=new_recipe(topics=4)).study)


def test_themes_do_not_depend_on_the_script(printed, catalogue):
    assert printed.theme_shares == pytest.approx(catalogue.theme_shares)


def test_the_table_keeps_the_print_and_its_shadow(printed):
    row = read_table(printed.study.folder, "articles").to_pylist()[0]
    assert row["text"] != row["plain"]
    assert len(row["text"]) == len(row["plain"])


def test_pages_say_their_script(printed, catalogue):
    scripts = [read_table(one.study.folder, "pages")["script"] for one in (printed, catalogue)]
    assert [set(one.to_pylist()) for one in scripts] == [{"traditional"}, {"simplified"}]


@pytest.mark.parametrize("word", ["职工", "職工"])
def test_search_finds_either_script_in_either(printed, catalogue, word):
    found = [select_rows(one, Selection(search=word)).tolist() for one in (printed, catalogue)]
    assert found[0] == found[1]
    assert any(found[0])
