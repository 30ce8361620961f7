"""The credits of the seed pages, read by hand, are what the press floor reads.

Measured twice: with the articles as the program cuts them, and as they were cut by hand, which
tells faults of the credits from faults of the cuts.
"""

import json
import re
from itertools import accumulate
from pathlib import Path

import pytest

from analysis.press.article import cover_text, make_article, split_page
from analysis.press.blocks import read_blocks
from analysis.press.cuts.decide import Draft
from analysis.press.inputs import find_inputs, load_page
from analysis.resources import SEEDS

GOLDEN = Path(__file__).parents[1] / "golden"
TRUTH = json.loads((GOLDEN / "credits.json").read_text(encoding="utf-8"))
CUTS = json.loads((GOLDEN / "cuts.json").read_text(encoding="utf-8"))
PEOPLE = ("reporters", "correspondents", "photographers", "editors")
FIELDS = ("byline", *PEOPLE, "agency", "place", "date", "continued_to", "continued_from")
# As measured; raise them with every gain.
FLOORS = {"program": (0.92, 0.91), "hand": (0.99, 0.99)}


def cut_by_hand(page, truth):
    """Return the articles of a page as they were cut by hand, what was left open on its own."""
    places = [0, *accumulate(not sign.isspace() for sign in page.text)]
    blocks = read_blocks(page.text)
    covers = cover_text(page.text, blocks)
    # A line behind an article (a photo credit) was left open, not given to another.
    lines = [span for span in truth["ignore"] if span[1] - span[0] < 12]
    open_ends = {"headline": None, "pieces": []}
    pieces = [
        {
            **own,
            "pieces": [*own["pieces"], *(one for one in lines if one[0] == own["pieces"][-1][1])],
        }
        for own in truth["articles"]
    ]
    pieces += [{**open_ends, "pieces": [span]} for span in truth["ignore"] if span not in lines]
    drafts = [draft_article(own, blocks, places) for own in pieces]
    return [make_article(page, blocks, covers, draft) for draft in drafts if draft.blocks]


def draft_article(own, blocks, places):
    found = [at for at, block in enumerate(blocks) if lies_in(block, places, own["pieces"])]
    headline = "".join((own["headline"] or "").split())
    heads = [at for at in found if "".join(blocks[at].text.split()) in headline]
    return Draft(tuple(found), tuple(heads))


def lies_in(block, places, pieces):
    middle = (places[block.start] + places[block.end]) // 2
    return any(start <= middle < end for start, end in pieces)


def find_article(page, articles, starts):
    """Return the article that begins with these words; a text may be printed more than once."""
    places = [found.start() for found in re.finditer(re.escape(starts), page.text)]
    return next(
        article
        for article in articles
        if any(start <= at < end for start, end in article.spans for at in places)
    )


@pytest.fixture(scope="module", params=FLOORS)
def measured(request):
    """Return who cut, and (said, true) for each field of each article that says or should say."""
    pairs = []
    for item in find_inputs([SEEDS]):
        page = load_page(item)
        name = Path(item.source).name
        truth = next(one for one in CUTS if one["file"] == name)
        by_hand = request.param == "hand"
        articles = cut_by_hand(page, truth) if by_hand else split_page(page).articles
        for row in (row for row in TRUTH if row["file"] == name):
            article = find_article(page, articles, row["starts"])
            said = [getattr(article, field) for field in FIELDS]
            true = [tuple(row[field]) if field in PEOPLE else row[field] for field in FIELDS]
            pairs += zip(said, true, strict=True)
    return request.param, [pair for pair in pairs if any(pair)]


def test_what_is_said_is_true(measured):
    cutter, pairs = measured
    said = [pair for pair in pairs if pair[0]]
    assert sum(one == true for one, true in said) >= FLOORS[cutter][0] * len(said)


def test_what_is_true_is_said(measured):
    cutter, pairs = measured
    true = [pair for pair in pairs if pair[1]]
    assert sum(one == said for said, one in true) >= FLOORS[cutter][1] * len(true)
