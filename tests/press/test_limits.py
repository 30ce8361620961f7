"""What one input may cost: told with its place, its limit and the way to raise it."""

import pytest

from analysis.errors import BadSetting
from analysis.press.errors import TooLarge
from analysis.press.inputs import Input
from analysis.press.limits import NAMES, USUAL, Limits, read_limits
from analysis.study.append import append_study
from analysis.study.build import build_study
from analysis.study.cutting import cut_inputs
from analysis.study.recipe import new_recipe

PAGE = "本报讯 （记者朱欣）近日，全国总工会联合印发通知，公布一百家爱心托育用人单位名单。".encode()


def test_limits_are_read_from_words():
    limits = read_limits(["pages=5000", "ratio=7"])
    assert (limits.pages, limits.ratio) == (5_000, 7)
    assert read_limits([]) == USUAL


@pytest.mark.parametrize("word", ["pages", "pages=", "pages=0", "pages=-1", "sheets=3", "pages=٣"])
def test_what_is_no_limit_is_told_with_all_that_are(word):
    with pytest.raises(BadSetting, match=", ".join(NAMES)):
        read_limits([word])


def test_more_than_a_limit_is_told_with_the_place_and_the_way_out():
    with pytest.raises(TooLarge, match=r"a\.pdf .* 11 pages, at most 10.*--limit pages=N"):
        Limits(pages=10).require("pages", 11, "a.pdf")
    Limits(pages=10).require("pages", 10, "a.pdf")


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_page_that_is_too_long_is_told_and_the_others_go_on(name):
    limits = Limits(page_characters=100)
    inputs = [Input(name, data=PAGE * 20, limits=limits), Input("b.txt", data=PAGE, limits=limits)]
    corpus = cut_inputs(inputs)
    [failure] = corpus.failures
    assert name in failure.en
    assert "--limit page_characters" in failure.zh
    assert [cut.page.source for cut in corpus.cuts] == ["b.txt"]


def test_a_file_that_is_too_large_is_not_read():
    [failure] = cut_inputs(
        [Input("a.pdf", data=b"%PDF" * 9, limits=Limits(file_bytes=35))]
    ).failures
    assert "36" in failure.en


def test_the_recipe_keeps_its_limits_and_an_append_holds_to_them(inputs, tmp_path):
    limits = Limits(page_characters=5_000)
    recipe = new_recipe(topics=3, limits=limits)
    study = build_study(inputs, tmp_path / "study", recipe=recipe).study
    assert study.recipe.limits == limits
    pages = [Input("long.txt", data=PAGE * 200), Input("short.txt", data=PAGE)]
    appended = append_study(pages, study.folder)
    assert ["long.txt" in failure.en for failure in appended.failures] == [True]
    assert appended.study.recipe.limits == limits
    raised = append_study(pages[:1], study.folder, limits=USUAL)
    assert not raised.failures
    assert raised.study.recipe.limits == USUAL
    [told] = [one for one in raised.study.recipe.inputs if one.source == "long.txt"]
    assert not told.failures
