"""Measure the cutting of pages on renderings of pages that were left out of training.

python tests/bench/press/measure.py SHARED_FOLDER
"""

import random
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from render import Rendered, render
from stories import HELD, Story, read_broadcasts, read_held, read_pages
from styles import Style

from analysis.press.article import split_page
from analysis.press.errors import NoArticle
from analysis.press.records import Article, Page

SPACES = {"spaces": 0.3}
RICH = {
    "kicker": 0.3,
    "deck": 0.3,
    "subheads": 0.5,
    "jumps": 0.2,
    "byline": 0.5,
    "photos": 0.2,
    "headless": 0.1,
}
STYLES = {
    "markdown": Style("before", 0, "blocks", markdown=True, masthead="date"),
    "plain": Style("before", 0, "blocks", masthead="editors", noise=0.02),
    "wrapped, after": Style("after", 16, "articles", masthead="paper", flags=SPACES),
    "gapped, after": Style("after", 17, "lines", masthead="date"),
    "gapped, before": Style("before", 15, "lines"),
    "interrupted, before": Style("before", 0, "blocks", interrupted=0.9, masthead="date"),
    "interrupted, after": Style("after", 18, "articles", interrupted=0.9),
    "heads first": Style("first", 0, "blocks", masthead="paper"),
    "heads first, wrapped": Style("first", 16, "articles", masthead="paper"),
    "noise": Style("before", 0, "none", noise=0.15, masthead="date", flags=SPACES),
    "noise, wrapped": Style("after", 14, "mess", noise=0.1, ragged=0.3, flags=SPACES),
    "rich, after": Style("after", 17, "mess", modern=True, indent=True, flags=RICH),
    "rich, before": Style("before", 0, "blocks", modern=True, half=True, flags=RICH),
}


def bare(text: str) -> str:
    """Leave letters and numbers."""
    return re.sub(r"[\s\W_]+", "", text)


def read_truth(page: Rendered) -> tuple[dict[int, set[int]], set[int]]:
    """Return the characters of each story, and the stories with a headline on the page."""
    truth: dict[int, set[int]] = defaultdict(set)
    heads = set()
    for at, owner in enumerate(page.owners):
        if 0 <= owner < len(page.titles) and not page.text[at].isspace():
            truth[owner].add(at)
            if page.roles[at] == "H":
                heads.add(owner)
    return truth, heads


def read_articles(page: Rendered) -> list[tuple[Article, set[int]]]:
    """Cut the page; return the articles with the characters that count."""
    try:
        articles = split_page(Page("page.txt", page.text)).articles
    except NoArticle:
        return []
    count = len(page.titles)
    found = []
    for article in articles:
        places = (at for start, end in article.spans for at in range(start, end))
        mine = {at for at in places if 0 <= page.owners[at] < count and not page.text[at].isspace()}
        if mine:
            found.append((article, mine))
    return found


def score_page(page: Rendered) -> tuple[int, int, int, int, int]:
    """Return stories, articles predicted, matched, headlines there, headlines found."""
    truth, heads = read_truth(page)
    theirs = read_articles(page)
    matched = found = 0
    for owner, mine in truth.items():
        rated = [
            (len(mine & other) / len(mine | other), at) for at, (_, other) in enumerate(theirs)
        ]
        best, at = max(rated, default=(0.0, 0))
        matched += best >= 0.8
        if best > 0.3 and owner in heads:
            article = theirs[at][0]
            parts = (article.kicker, article.headline, article.subhead)
            found += bare(page.titles[owner]) in bare("".join(part or "" for part in parts))
    return len(truth), len(theirs), matched, len(heads), found


def score_style(groups: Sequence[Sequence[Story]], style: Style) -> list[int]:
    """Return the sums of ``score_page`` over all groups of stories."""
    rng = random.Random(5)  # noqa: S311 - layouts are no secrets
    total = [0] * 5
    for seed, stories in enumerate(groups):
        width = style.wrap and rng.randint(style.wrap - 3, style.wrap + 4)
        scores = score_page(render(stories[:12], replace(style, wrap=width), seed))
        total = [old + new for old, new in zip(total, scores, strict=True)]
    return total


def tell(total: Sequence[int]) -> str:
    """Return F1 and the share of headlines as text."""
    f1 = 2 * total[2] / max(total[0] + total[1], 1)
    return f"F1 {f1:.3f} headlines {total[4] / max(total[3], 1):.3f}"


def main(shared: Path) -> None:
    """Print F1 and headlines for each style: articles of 1998 | broadcasts of our days."""
    pages = read_pages(shared / "gold" / "articles-1998.jsonl.gz")
    recent = read_broadcasts(shared / "corpora" / "xwlb.jsonl.gz", every=HELD)
    groups = (
        [pages[key] for key in read_held(shared)],
        [recent[start : start + 8] for start in range(0, 96, 8)],
    )
    sums = [[0] * 5 for _ in groups]
    for name, style in STYLES.items():
        totals = [score_style(group, style) for group in groups]
        sums = [
            [a + b for a, b in zip(*pair, strict=True)] for pair in zip(sums, totals, strict=True)
        ]
        sys.stdout.write(f"{name:22}{' | '.join(map(tell, totals))}\n")
        sys.stdout.flush()
    sys.stdout.write(f"{'all':22}{' | '.join(map(tell, sums))}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
