"""Traditional text is decided on in simplified characters, place by place the same."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from analysis.press.article import split_page
from analysis.press.facts import find_facts
from analysis.press.inputs import Input, load_page
from analysis.press.records import Page
from analysis.press.script import print_words, simplify, tell_script
from analysis.resources import SEEDS

PRINTED = OpenCC("s2t")
NAMES = sorted(path.name for path in SEEDS.glob("*.txt"))


@given(st.text(alphabet="乾隆燥著作覆蓋臺灣發後裏餘鐘鍾\ud800\n\r\x00 a。记者", max_size=40))
def test_the_shadow_has_the_length_of_the_text(text):
    assert len(simplify(text)) == len(text)


@pytest.mark.parametrize("text", ["乾隆的著作，读者很多", "覆盖面后来发展", "2024 年 ABC", ""])
def test_simplified_text_stays_as_it_is(text):
    assert simplify(text) == text


@pytest.mark.parametrize("name", NAMES)
def test_seeds_stay_as_they_are(name):
    text = load_page(Input(name, path=SEEDS / name)).text
    assert (tell_script(text), simplify(text)) == ("simplified", text)


@pytest.mark.parametrize("name", NAMES)
def test_a_page_is_cut_the_same_in_both_scripts(name):
    page = load_page(Input(name, path=SEEDS / name))
    printed = replace(page, text=PRINTED.convert(page.text))
    ours, theirs = split_page(page).articles, split_page(printed).articles
    assert [article.spans for article in theirs] == [article.spans for article in ours]
    assert [article.plain for article in theirs] == [article.text for article in ours]


def test_what_is_shown_is_what_is_printed():
    text = "# 費用不必再墊付\n\n本報記者 鍾麗華\n\n近日，全國總工會聯合印發通知，公佈一百家單位。"
    [article] = split_page(Page("page.txt", text)).articles
    assert (article.headline, article.byline) == ("費用不必再墊付", "記者 鍾麗華")
    assert article.body.startswith("近日，全國總工會")


def test_a_newspaper_is_named_as_it_is_printed():
    page = find_facts(Page("a.txt", "大公報\n責任編輯：鍾麗華"), "大公報\n責任編輯：鍾麗華")
    assert (page.newspaper, page.editors) == ("大公報", ("鍾麗華",))


def test_words_that_are_not_there_are_left_alone():
    assert print_words("台湾 工会", "工会", "工會") == "台湾 工會"


@pytest.mark.parametrize(
    ("text", "script"),
    [("國国", "simplified"), ("國國国", "traditional"), ("国们國", "simplified")],
)
def test_the_script_is_that_of_most_characters_that_tell_it(text, script):
    assert tell_script(text) == script
