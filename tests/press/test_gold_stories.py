"""Long stories of January 1998, made to jump: hardly a link is wrong, and most are found."""

import gzip
import json
import random
from collections import defaultdict
from dataclasses import replace

import pytest

from analysis.press.records import Article, Page
from analysis.press.stories import find_links

pytestmark = pytest.mark.shared

JUMPS, LONG = 4, 600
ROUNDS = 5
# Every fourth head or tail is away, as where a page is missing: its partner must stay alone.
AWAY = 0.25


@pytest.fixture(scope="module")
def issues(shared):
    found = defaultdict(list)
    with gzip.open(shared / "gold" / "articles-1998.jsonl.gz", "rt", encoding="utf-8") as file:
        for row in map(json.loads, file):
            text = "\n".join(row["paras"])
            if len(text) >= LONG:
                found[row["date"]].append((row["title"], text))
    return found


def make_jumps(issue, date, chance, *, titled):
    """Return heads, tails, their pages, and which belong together."""
    first, third = (
        Page(f"in/{n}.txt", f"{date}{n}", newspaper="人民日报", date=date, edition=n) for n in "13"
    )
    articles, truth = [], set()
    for number, (title, text) in enumerate(chance.sample(issue, min(JUMPS, len(issue)))):
        at = text.find("。", int(len(text) * chance.uniform(0.25, 0.6))) + chance.choice([1, 9])
        spans = ((number * 9, number * 9 + 9),)
        head = Article(first.id, first.source, spans, text[:at].strip(), headline=title)
        tail = Article(third.id, third.source, spans, text[at:].strip())
        pair = (
            replace(head, continued_to="3"),
            replace(tail, continued_from="1", headline=title if titled else None),
        )
        here = [piece for piece in pair if chance.random() >= AWAY]
        articles += here
        truth |= {(head.id, tail.id)} if len(here) == len(pair) else set()
    return articles, (first, third), truth


@pytest.mark.parametrize(("titled", "least"), [(True, 0.95), (False, 0.8)])
def test_links_are_right_and_most_are_found(issues, titled, least):
    chance = random.Random(1)  # noqa: S311 - a sample, no secret
    right = sure = there = 0
    for date, issue in [*issues.items()] * ROUNDS:
        articles, pages, truth = make_jumps(issue, date, chance, titled=titled)
        links = {(one.head, one.tail) for one in find_links(articles, pages) if one.is_sure}
        right, sure, there = right + len(links & truth), sure + len(links), there + len(truth)
    assert right / sure >= 0.98
    assert right / there >= least
