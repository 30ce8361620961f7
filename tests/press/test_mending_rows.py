"""Articles that a table gave are mended like others, and keep what the table told of them."""

import json

import pytest

from analysis.press.article import split_page
from analysis.press.clippings import BY_HAND
from analysis.press.cutting import cut_input
from analysis.press.edits import Edit
from analysis.press.inputs import Input
from analysis.press.mending import apply_edits

FIRST = "工会组织职工开展技能竞赛，劳模和工匠带领班组参加，总工会为农民工送去服务。"
SECOND = "植树造林让荒山变成森林，生态环境保护见到成效，林草部门在各地治理了污染。"


def cut_row(first=FIRST, **said):
    row = {"title": "班组里的竞赛", "text": f"{first}\n{SECOND}", **said}
    [cut] = cut_input(Input("rows.jsonl", data=json.dumps(row).encode()), split_page)
    return cut


@pytest.mark.parametrize("kind", ["drop", "split", "headline"])
def test_what_a_table_told_of_a_row_outlives_edits(kind):
    cut = cut_row(author="朱欣", url="https://paper.example/1")
    at = cut.page.text.index(SECOND)
    said = {"drop": {"end": len(cut.page.text)}, "split": {}, "headline": {"lines": ()}}[kind]
    mended, misfits = apply_edits(cut, [Edit(kind, cut.page.id, at, **said)])
    assert not misfits
    assert len(mended.articles) == 1 + (kind == "split")
    for article in mended.articles:
        assert article.reasons == (BY_HAND,)
        assert (article.byline, article.reporters) == ("朱欣", ("朱欣",))
        assert article.url == "https://paper.example/1"


def test_what_a_table_told_outlives_a_split_that_is_joined_again():
    cut = cut_row(author="朱欣", url="https://paper.example/1")
    at = cut.page.text.index(SECOND)
    edits = [Edit("split", cut.page.id, at), Edit("join", cut.page.id, 0, to=at)]
    [article] = apply_edits(cut, edits)[0].articles
    assert (article.byline, article.url) == ("朱欣", "https://paper.example/1")


def test_a_credit_in_the_text_of_a_row_is_not_given_to_the_part_without_it():
    cut = cut_row(f"本报讯 （记者朱欣）{FIRST}", url="https://paper.example/1")
    assert cut.articles[0].byline == "记者 朱欣"
    edits = [Edit("split", cut.page.id, cut.page.text.index(SECOND))]
    first, second = apply_edits(cut, edits)[0].articles
    assert (first.byline, second.byline) == ("记者 朱欣", None)
    assert second.url == "https://paper.example/1"
