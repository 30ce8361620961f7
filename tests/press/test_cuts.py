"""The seed pages are cut where a reader cuts them; what fails is known and listed."""

import json
from functools import lru_cache
from itertools import accumulate
from pathlib import Path

import pytest

from analysis.press.article import split_page
from analysis.press.inputs import Input, load_page
from analysis.resources import SEEDS

PAGES = json.loads((Path(__file__).parents[1] / "golden" / "cuts.json").read_text(encoding="utf-8"))
KNOWN = pytest.mark.xfail(reason="a known failure; one that passes loses the mark in cuts.json")
CASES = [
    pytest.param(
        page,
        article["pieces"],
        id=f"{page['file'][:3]}-{article['headline'] or article['pieces'][0][0]}",
        marks=KNOWN if article["known_failure"] else (),
    )
    for page in PAGES
    for article in page["articles"]
]


@lru_cache
def read_cut(name):
    """Return for each article of a seed the places of its characters, white space not counted."""
    cut = split_page(load_page(Input(name, path=SEEDS / name)))
    places = [0, *accumulate(not sign.isspace() for sign in cut.page.text)]
    return [
        {at for start, end in article.spans for at in range(places[start], places[end])}
        for article in cut.articles
    ]


def members(spans):
    return {at for start, end in spans for at in range(start, end)}


@pytest.mark.parametrize(("sheet", "pieces"), CASES)
def test_an_article_of_the_seeds_is_cut_out(sheet, pieces):
    ignored, mine = members(sheet["ignore"]), members(pieces)
    found = [theirs - ignored for theirs in read_cut(sheet["file"])]
    assert max(len(mine & theirs) / len(mine | theirs) for theirs in found) >= 0.8
