"""Measure the cutting of pages on renderings of pages that were left out of training.

python tests/bench/press/measure.py SHARED_FOLDER
"""

import json
import random
import re
import sys
from collections import defaultdict
from dataclasses import replace
from pathlib import Path

from render import Rendered, Style, read_broadcasts, read_pages, render

from analysis.errors import NoArticle
from analysis.press.article import split_page
from analysis.press.records import Page

PLAIN = {"byline": 0.0}
STYLES = {
    "markdown": Style("before", 0, "blocks", markdown=True, masthead="date", flags=PLAIN),
    "plain": Style("before", 0, "blocks", masthead="editors", noise=0.02, flags=PLAIN),
    "wrapped, headline after": Style(
        "after", 16, "articles", masthead="paper", flags={"spaces": 0.1}
    ),
    "gapped, headline after": Style("after", 17, "lines", masthead="date", flags=PLAIN),
    "gapped, headline before": Style("before", 15, "lines", masthead="", flags=PLAIN),
    "interrupted, before": Style(
        "before", 0, "blocks", interrupted=0.9, masthead="date", flags=PLAIN
    ),
    "interrupted, after": Style("after", 18, "articles", interrupted=0.9, masthead="", flags=PLAIN),
    "all headlines first": Style("first", 0, "blocks", masthead="paper", flags=PLAIN),
    "all headlines first, wrapped": Style("first", 16, "articles", masthead="paper", flags=PLAIN),
    "noise": Style("before", 0, "none", noise=0.15, masthead="date", flags={"spaces": 0.3}),
    "noise, wrapped": Style(
        "after", 14, "mess", noise=0.1, ragged=0.3, masthead="", flags={"spaces": 0.3}
    ),
    "modern": Style(
        "after",
        17,
        "mess",
        modern=True,
        indent=True,
        masthead="long",
        flags={
            "kicker": 0.3,
            "deck": 0.3,
            "subheads": 0.5,
            "jumps": 0.2,
            "byline": 0.5,
            "photos": 0.2,
            "headless": 0.1,
        },
    ),
    "modern, before": Style(
        "before",
        0,
        "blocks",
        modern=True,
        half=True,
        masthead="long",
        flags={
            "kicker": 0.3,
            "deck": 0.3,
            "subheads": 0.5,
            "jumps": 0.2,
            "byline": 0.5,
            "photos": 0.2,
            "headless": 0.1,
        },
    ),
}


def bare(text: str | None) -> str:
    """Leave letters and numbers."""
    return re.sub(r"[\s\W_]+", "", text or "")


def score_page(page: Rendered) -> tuple[int, int, int, int, int]:
    """Return gold, predicted, matched, headlines, headlines found."""
    count = len(page.titles)
    truth: dict[int, set[int]] = defaultdict(set)
    heads = set()
    for at, owner in enumerate(page.owners):
        if 0 <= owner < count and not page.text[at].isspace():
            truth[owner].add(at)
            if page.roles[at] == "H":
                heads.add(owner)
    ignored = {at for at, owner in enumerate(page.owners) if owner >= count or owner < 0}
    try:
        articles = split_page(Page("page.txt", page.text)).articles
    except NoArticle:
        articles = ()
    theirs = [
        {at for a, b in article.spans for at in range(a, b) if not page.text[at].isspace()}
        - ignored
        for article in articles
    ]
    predicted = sum(
        1
        for article, mine in zip(articles, theirs, strict=True)
        if mine and article.kind == "article"
    )
    matched = found = 0
    taken: set[int] = set()
    for owner, mine in truth.items():
        best, at = max(
            (
                (len(mine & t) / len(mine | t), i)
                for i, t in enumerate(theirs)
                if i not in taken and t
            ),
            default=(0.0, -1),
        )
        if best >= 0.8:
            matched += 1
            taken.add(at)
            if articles[at].kind != "article":
                predicted += 1
        if best > 0.3 and owner in heads:
            one = articles[at]
            said = "".join(part or "" for part in (one.kicker, one.headline, one.subhead))
            want = bare(page.titles[owner].replace("—", ""))
            found += bare(want) in bare(said)
    return len(truth), predicted, matched, len(heads), found


def main(shared: Path) -> None:
    """Print F1 and headlines for each style, for both kinds of text."""
    held = [
        row["file"][:13]
        for row in map(json.loads, (shared / "gold/pages.jsonl").open(encoding="utf-8"))
    ]
    pages = read_pages(shared / "gold/articles-1998.jsonl.gz")
    old = [pages[name[:10], int(name[11:13])] for name in sorted(held)]
    new_stories = read_broadcasts(shared / "corpora/xwlb.jsonl.gz", every=311)
    new = [new_stories[start : start + 8] for start in range(0, 96, 8)]
    rng = random.Random(5)
    everything = [[0] * 5, [0] * 5]
    for name, style in STYLES.items():
        line = f"{name:30}"
        for kind, groups in enumerate((old, new)):
            total = [0] * 5
            for number, stories in enumerate(groups):
                translated = replace(
                    style, wrap=style.wrap and rng.randint(style.wrap - 3, style.wrap + 4)
                )
                total = [
                    a + b
                    for a, b in zip(
                        total, score_page(render(stories[:12], translated, number)), strict=True
                    )
                ]
            everything[kind] = [a + b for a, b in zip(everything[kind], total, strict=True)]
            line += f"  F1 {2 * total[2] / max(total[0] + total[1], 1):.3f} heads {total[4] / max(total[3], 1):.3f}"
        print(line, flush=True)
    for kind in everything:
        print(
            f"all F1 {2 * kind[2] / (kind[0] + kind[1]):.3f} heads {kind[4] / max(kind[3], 1):.3f}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
