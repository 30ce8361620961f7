"""Copies made of real news are found, and hardly anything else is taken for one."""

import datetime as dt
import gzip
import json
import random
from itertools import islice

import pytest

from analysis.study.copies.bare import bare_text
from analysis.study.copies.groups import find_groups

pytestmark = pytest.mark.shared

# A twelfth of the corpus: weeks of one programme, full of forms that come again every day.
TEXTS, MADE = 6_000, 120
SHORTEST = 200


def change(text, chance):
    signs = text.replace("\n", "")
    return "".join(
        chance.choice(signs) if sign.isalnum() and chance.random() < 0.05 else sign for sign in text
    )


def swap(text, chance):
    parts = text.replace("。", "。\n").split("\n")
    at = chance.randrange(1, max(2, len(parts) - 1))
    return "\n".join([*parts[at:], *parts[:at]])


WAYS = {
    "cut": (lambda text, _: text[: len(text) * 6 // 10], 0.98),
    "edited": (change, 0.93),
    "rearranged": (swap, 0.97),
    "datelined": (lambda text, _: f"本报讯（记者 李明）据新华社北京电 {text}", 0.98),
    "cut and edited": (lambda text, chance: change(text[: len(text) * 6 // 10], chance), 0.8),
}


@pytest.fixture(scope="module")
def news(shared):
    with gzip.open(shared / "corpora" / "xwlb.jsonl.gz", "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in islice(file, TEXTS)]
    return [(row["body"], dt.date.fromisoformat(row["date"]).toordinal()) for row in rows]


@pytest.fixture(scope="module")
def found(news):
    chance = random.Random(7)  # noqa: S311 - a sample, no secret
    long = [at for at, (text, _) in enumerate(news) if len(bare_text(text)) >= SHORTEST]
    made = [
        (way, at, make(news[at][0], chance), news[at][1] + chance.randrange(3))
        for way, (make, _) in WAYS.items()
        for at in chance.sample(long, MADE)
    ]
    texts = [*news, *((text, day) for *_, text, day in made)]
    leaders = find_groups(*map(list, zip(*texts, strict=True)))
    return leaders, [(way, at, TEXTS + number) for number, (way, at, *_) in enumerate(made)]


@pytest.mark.parametrize("way", WAYS)
def test_made_copies_are_found(found, way):
    leaders, made = found
    right = sum(leaders[at] == leaders[copy] for made_as, at, copy in made if made_as == way)
    assert right / MADE >= WAYS[way][1]


def test_hardly_anything_else_is(news):
    leaders = find_groups(*map(list, zip(*news, strict=True)))
    bare = [bare_text(text) for text, _ in news]
    near = [at for at, lead in enumerate(leaders) if bare[at] != bare[lead]]
    assert len(near) <= TEXTS / 1000
