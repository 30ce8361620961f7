"""The usual script in a process of its own: texts are read, cut by jieba, weighed, fitted.

python -m tests.bench.usual FILE.jsonl [--topics 20] [--way usual|tokenizer|tomotopy|gensim]

Prints one JSON object: the seconds of each stage and the strongest words of each topic. Nothing of
the product is loaded, so that time and memory are what a user of the libraries would see.

The usual script is written in two forms. "usual" joins the words of each text by spaces, and the
vectorizer's own pattern then keeps words of two characters or more; "tokenizer" hands jieba.lcut to
the vectorizer, so that marks and single characters are terms as well.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import jieba

from tests.bench.rows import read_texts
from tests.bench.theme.peers import (
    Topics,
    fit_gensim,
    fit_script,
    fit_tomotopy,
    keep_plain,
    weigh_script,
    weigh_tokens,
)

SEED = 0


class Clock:
    """Keeps how many seconds each stage took, in their order."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self._since = time.perf_counter()

    def stop(self, stage: str) -> None:
        """Note that a stage has ended and the next begins."""
        now = time.perf_counter()
        self.seconds[stage], self._since = round(now - self._since, 3), now


def run_usual(texts: Iterable[str], count: int, clock: Clock) -> Topics:
    """Return topics by jieba, TfidfVectorizer and NMF."""
    rows, names = weigh_script(map(jieba.lcut, texts))
    clock.stop("cut and weigh")
    topics = fit_script(rows, names, count, SEED)
    clock.stop("fit")
    return topics


def run_tokenizer(texts: Iterable[str], count: int, clock: Clock) -> Topics:
    """Return topics by TfidfVectorizer with jieba as its tokenizer, and NMF."""
    rows, names = weigh_tokens(texts, jieba.lcut)
    clock.stop("cut and weigh")
    topics = fit_script(rows, names, count, SEED)
    clock.stop("fit")
    return topics


def run_tomotopy(texts: Iterable[str], count: int, clock: Clock) -> Topics:
    """Return topics by jieba and tomotopy's LDA."""
    return _fit_plain(fit_tomotopy, texts, count, clock)


def run_gensim(texts: Iterable[str], count: int, clock: Clock) -> Topics:
    """Return topics by jieba and gensim's NMF."""
    return _fit_plain(fit_gensim, texts, count, clock)


def _fit_plain(
    fit: Callable[[list[list[str]], int, int], Topics],
    texts: Iterable[str],
    count: int,
    clock: Clock,
) -> Topics:
    documents = list(keep_plain(map(jieba.lcut, texts)))
    clock.stop("cut")
    topics = fit(documents, count, SEED)
    clock.stop("weigh and fit")
    return topics


WAYS: dict[str, Callable[[Iterable[str], int, Clock], Topics]] = {
    "usual": run_usual,
    "tokenizer": run_tokenizer,
    "tomotopy": run_tomotopy,
    "gensim": run_gensim,
}
EXTRA = ("tomotopy", "gensim")
"""Ways that need a library of their name."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Find topics and print what it took; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.usual", description=__doc__)
    parser.add_argument("corpus", type=Path, help="JSON lines with headline and body")
    parser.add_argument("--topics", type=int, default=20)
    parser.add_argument("--way", choices=WAYS, default="usual")
    asked = parser.parse_args(arguments)
    clock = Clock()
    texts = list(read_texts(asked.corpus))
    clock.stop("read")
    topics = WAYS[asked.way](texts, asked.topics, clock)
    sys.stdout.write(json.dumps({"seconds": clock.seconds, "topics": topics}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
