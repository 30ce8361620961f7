"""Learn the small tables of the press floor: weights of pairs of characters, starts of paragraphs.

    python tests/bench/press/learn.py SHARED_FOLDER

Only counts go into the project, no text.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from stories import Story, read_broadcasts, read_held, read_pages

PRESS = Path(__file__).parents[3] / "analysis" / "press"


def learn_weights(stories: Iterable[Story]) -> dict[str, str]:
    """Return weight -> pairs of characters run together, for pairs in one text of a hundred."""
    found: Counter[str] = Counter()
    count = 0
    for story in stories:
        text = "".join(story.paragraphs)
        pairs = {text[at : at + 2] for at in range(len(text) - 1)}
        found.update(pair for pair in pairs if all("\u4e00" <= sign <= "\u9fff" for sign in pair))
        count += 1
    table: dict[str, list[str]] = defaultdict(list)
    for pair, times in sorted(found.items()):
        if times >= 0.01 * count:
            weight = min(math.log(count / times) / math.log(100), 1.0)
            table[f"{weight:.1f}"].append(pair)
    return {weight: "".join(pairs) for weight, pairs in sorted(table.items())}


def learn_starts(stories: Iterable[Story]) -> dict[str, str]:
    """Return log odds -> characters that begin paragraphs so much more often than they occur."""
    half = str.maketrans({chr(0xFF10 + digit): str(digit) for digit in range(10)})
    firsts: Counter[str] = Counter()
    anywhere: Counter[str] = Counter()
    for story in stories:
        for paragraph in story.paragraphs:
            firsts[paragraph[0].translate(half)] += 1
            anywhere.update(paragraph.translate(half))
    ratio = sum(anywhere.values()) / sum(firsts.values())
    table: dict[str, list[str]] = defaultdict(list)
    for sign, times in sorted(anywhere.items()):
        if times >= 60:
            odds = math.log((firsts[sign] + 0.5) * ratio / (times + 0.5 * ratio))
            table[f"{max(-3.0, min(3.0, round(odds * 2) / 2)):.1f}"].append(sign)
    return {odds: "".join(signs) for odds, signs in sorted(table.items())}


def main(shared: Path) -> None:
    """Learn and write both tables."""
    held = set(read_held(shared))
    pages = read_pages(shared / "gold" / "articles-1998.jsonl.gz")
    stories = [story for key, group in pages.items() if key not in held for story in group]
    stories += read_broadcasts(shared / "corpora" / "xwlb.jsonl.gz", every=40)
    for name, table in (("bigrams", learn_weights(stories)), ("starts", learn_starts(stories))):
        text = json.dumps(table, ensure_ascii=False, indent=0)
        (PRESS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
