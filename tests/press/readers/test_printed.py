"""Measured on whole articles: pages printed in several layouts come out as their articles."""

import gzip
import json
import random
from collections import defaultdict

import pytest

from analysis.press.article import split_page
from analysis.press.cutting import cut_input
from analysis.press.inputs import Input
from tests.press.readers.printing import BODY, Press


@pytest.fixture(scope="module")
def issues(shared):
    """Return the articles of each printed page: headline and paragraphs."""
    pages = defaultdict(list)
    with gzip.open(shared / "gold/articles-1998.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            if 80 < sum(map(len, row["paras"])) < 1500:
                pages[row["date"], row["page"]].append((row["title"], row["paras"]))
    return [stories for _, stories in sorted(pages.items()) if len(stories) > 3]


def print_boxes(press, stories, rng):
    """Print two bands of boxes; return the articles that found room."""
    base, printed = 80.0, []
    for _ in range(2):
        column, low = 0, base
        while column < press.columns and len(printed) < len(stories):
            span = rng.randint(1, min(3, press.columns - column))
            head, paragraphs = stories[len(printed)]
            low = max(low, press.box(head, paragraphs, column, base, span=span))
            printed.append((head, paragraphs))
            column += span
        base = low + 3 * BODY
    return printed


def count(cut, printed):
    """Return how many articles were printed, found, and found right (Jaccard 0.8)."""
    texts = ["".join("".join((head, *paragraphs)).split()) for head, paragraphs in printed]
    owners = {}
    page = [at for at, sign in enumerate(cut.page.text) if not sign.isspace()]
    solid = "".join(cut.page.text[at] for at in page)
    for owner, text in enumerate(texts):
        for start in range(0, len(text) - 8, 8):
            place = solid.find(text[start : start + 8])
            owners.update(dict.fromkeys(page[place : place + 8] if place >= 0 else (), owner))
    found = [
        {at for start, end in article.spans for at in range(start, end) if at in owners}
        for article in cut.articles
    ]
    truth = [{at for at, one in owners.items() if one == owner} for owner in range(len(texts))]
    right = sum(
        any(len(mine & other) >= 0.8 * len(mine | other) for other in found) for mine in truth
    )
    return len(truth), len(found), right


@pytest.mark.shared
@pytest.mark.parametrize("columns", [3, 4, 5])
@pytest.mark.parametrize("layout", ["flow", "boxes"])
def test_articles_of_printed_pages_are_found(issues, layout, columns):
    rng = random.Random(columns)  # noqa: S311 - a layout, no secret
    total = [0, 0, 0]
    for stories in rng.sample(issues, 6):
        press = Press(columns, size=(columns * 200.0, 2400.0))
        if layout == "flow":
            printed = press.flow(stories, bottom=1100.0)
        else:
            printed = print_boxes(press, stories, rng)
        press.turn()
        [cut] = cut_input(Input("page.pdf", data=press.finish()), split_page)
        total = [a + b for a, b in zip(total, count(cut, printed), strict=True)]
    print_count, found, right = total
    assert 2 * right / (print_count + found) >= 0.93, total
