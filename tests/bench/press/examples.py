"""Rendered pages as the decisions see them, with what would be right."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count, pairwise
from pathlib import Path

from render import BLANK, Rendered, render
from stories import Story, read_broadcasts, read_held, read_pages
from styles import pick_style

from analysis.press.blocks import Block, read_blocks
from analysis.press.cuts.signals import Signals, read_signals
from analysis.press.furniture import find_furniture

_SEED = 20261122
_MOST_STORIES = 12


@dataclass(frozen=True, slots=True)
class Example:
    """A page: its blocks described, and for each the piece it is of, whether cut, whether head.

    ``group`` is the same for all renderings of one page: they are never divided between what is
    learnt from and what is tested on.
    """

    group: int
    order: str
    texts: tuple[str, ...]
    signals: Signals
    keys: tuple[tuple[int, int], ...]
    cuts: tuple[int, ...]
    heads: tuple[int, ...]


def make_example(page: Rendered, group: int) -> Example | None:
    """Describe a page and read the truth of its blocks; None when it is too short."""
    blocks = read_blocks(page.text)
    furniture = find_furniture(blocks)
    rest = [block for index, block in enumerate(blocks) if index not in furniture]
    if len(rest) < 3:
        return None
    keys = [read_majority(page, block)[:2] for block in rest]
    return Example(
        group=group,
        order=page.order,
        texts=tuple(block.text for block in rest),
        signals=read_signals(rest),
        keys=tuple(keys),
        cuts=(1, *(int(one != two) for one, two in pairwise(keys))),
        heads=tuple(int(read_majority(page, block)[2] == "H") for block in rest),
    )


def read_majority(page: Rendered, block: Block) -> tuple[int, int, str]:
    """Return owner, piece and role of most characters of a block."""
    places = range(block.start, block.end)
    return Counter(
        (page.owners[at], page.pieces[at], page.roles[at])
        for at in places
        if page.owners[at] > BLANK
    ).most_common(1)[0][0]


def make_examples(shared: Path, pages: int, *, displaced: float = 0.0) -> list[Example]:
    """Render ``pages`` pages: three of 1998 for one of broadcasts of our days.

    ``displaced`` is the share of torn stories whose beginning stands elsewhere.
    """
    rng = random.Random(_SEED)  # noqa: S311 - layouts are no secrets
    groups = draw_groups(shared, rng)
    made = []
    for seed in range(pages):
        group, stories = next(groups)
        count = rng.randint(3, _MOST_STORIES)
        page = render(stories[:count], replace(pick_style(rng), displaced=displaced), seed)
        made.append(make_example(page, group))
    return [example for example in made if example]


def draw_groups(shared: Path, rng: random.Random) -> Iterator[tuple[int, list[Story]]]:
    """Draw pages of stories without end; pages kept for measuring are left out."""
    held = set(read_held(shared))
    pages = read_pages(shared / "gold" / "articles-1998.jsonl.gz")
    old = [stories for key, stories in sorted(pages.items()) if key not in held]
    recent = read_broadcasts(shared / "corpora" / "xwlb.jsonl.gz", every=29)
    for number in count():
        if number % 4 == 3:
            start = rng.randrange(len(recent) // _MOST_STORIES) * _MOST_STORIES
            group, stories = 1000 + start, recent[start : start + _MOST_STORIES]
        else:
            group = rng.randrange(len(old))
            stories = list(old[group])
        if number % 4 == 3 or rng.random() < 0.5:
            rng.shuffle(stories)
        yield group, stories
