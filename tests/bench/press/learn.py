"""Learn the small tables of the press floor: weights of pairs of characters, starts of paragraphs.

    python tests/bench/press/learn.py SHARED_FOLDER

Only counts go into the project, no text.
"""

import json
import math
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from numpy.typing import NDArray
from sklearn.utils.extmath import randomized_svd
from stories import Story, read_broadcasts, read_held, read_pages

PRESS = Path(__file__).parents[3] / "analysis" / "press"
KNOWN = 12_000
"""How many pairs of characters have a point, and of how many numbers one is."""
SIZE = 48
MOST = 0.08
"""Pairs in more texts than this share tell nothing of what a text is about."""


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


def learn_senses(stories: Sequence[Story]) -> tuple[str, NDArray[np.int8]]:
    """Return the commonest pairs of characters that tell, run together, and their points."""
    texts = [list(list_pairs(story)) for story in stories]
    found = Counter(pair for pairs in texts for pair in set(pairs))
    telling = [pair for pair, times in found.items() if times <= MOST * len(texts)]
    known = sorted(telling, key=lambda pair: (-found[pair], pair))[:KNOWN]
    places = {pair: at for at, pair in enumerate(known)}
    counts = [Counter(places[pair] for pair in pairs if pair in places) for pairs in texts]
    table = sp.csr_matrix(
        (
            np.log1p([float(times) for one in counts for times in one.values()]),
            [at for one in counts for at in one],
            np.cumsum([0, *map(len, counts)]),
        ),
        shape=(len(texts), len(known)),
    )
    idf = np.log(len(texts) / np.array([found[pair] for pair in known]))
    table = table @ sp.diags(idf)
    sizes = np.maximum(np.sqrt(np.asarray(table.multiply(table).sum(axis=1)).ravel()), 1e-9)
    _, _, axes = randomized_svd(
        sp.diags(1.0 / sizes) @ table, n_components=SIZE, n_iter=4, random_state=0
    )
    points = axes.T * idf[:, None]
    # The few largest coordinates are cut off, so that the others keep their differences.
    scale = 127.0 / (0.3 * np.abs(points).max())
    return "".join(known), np.clip(np.round(points * scale), -127, 127).astype(np.int8)


def list_pairs(story: Story) -> Iterator[str]:
    """Yield the pairs of Chinese characters of a story."""
    for run in re.findall(r"[\u4e00-\u9fff]{2,}", "\n".join(story.paragraphs)):
        yield from (run[at : at + 2] for at in range(len(run) - 1))


def write_senses(shared: Path, stories: Sequence[Story]) -> None:
    """Learn the points of pairs from every other broadcast, and write them."""
    recent = read_broadcasts(shared / "corpora" / "xwlb.jsonl.gz", every=2)
    pairs, points = learn_senses([*stories, *recent])
    text = json.dumps({"pairs": pairs}, ensure_ascii=False)
    (PRESS / "cuts" / "senses.json").write_text(text + "\n", encoding="utf-8")
    (PRESS / "cuts" / "senses.bin").write_bytes(points.tobytes())


def main(shared: Path) -> None:
    """Learn and write all tables."""
    held = set(read_held(shared))
    pages = read_pages(shared / "gold" / "articles-1998.jsonl.gz")
    stories = [story for key, group in pages.items() if key not in held for story in group]
    write_senses(shared, stories)
    stories += read_broadcasts(shared / "corpora" / "xwlb.jsonl.gz", every=40)
    for name, table in (("bigrams", learn_weights(stories)), ("starts", learn_starts(stories))):
        text = json.dumps(table, ensure_ascii=False, indent=0)
        (PRESS / f"{name}.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
