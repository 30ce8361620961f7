"""The credits of the seed pages, read by hand, are what the press floor reads."""

import json
import re
from pathlib import Path

import pytest

from analysis.press.article import split_page
from analysis.press.inputs import Input, load_page
from analysis.resources import SEEDS

TRUTH = json.loads(
    (Path(__file__).parents[1] / "golden" / "credits.json").read_text(encoding="utf-8")
)
# As measured; raise them with every gain.
PRECISION, RECALL = 0.97, 0.86
FIELDS = ("byline", "agency", "place", "continued_to", "continued_from")


def find_article(cut, starts):
    """Return the article that begins with these words; a text may be printed more than once."""
    places = [found.start() for found in re.finditer(re.escape(starts), cut.page.text)]
    return next(
        article
        for article in cut.articles
        if any(start <= at < end for start, end in article.spans for at in places)
    )


@pytest.fixture(scope="module")
def pairs():
    """Return (said, true) for each field of each article that says or should say it."""
    cuts = {
        name: split_page(load_page(Input(name, path=SEEDS / name)))
        for name in sorted({row["file"] for row in TRUTH})
    }
    found = []
    for row in TRUTH:
        article = find_article(cuts[row["file"]], row["starts"])
        found += [(getattr(article, field), row[field]) for field in FIELDS]
    return [pair for pair in found if any(pair)]


def test_what_is_said_is_true(pairs):
    said = [pair for pair in pairs if pair[0]]
    assert sum(one == true for one, true in said) >= PRECISION * len(said)


def test_what_is_true_is_said(pairs):
    true = [pair for pair in pairs if pair[1]]
    assert sum(one == said for said, one in true) >= RECALL * len(true)
