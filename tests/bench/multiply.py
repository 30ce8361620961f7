"""A corpus made larger than it is: repeated under new ids, its words dealt out anew each time.

python -m tests.bench.multiply CORPUS.jsonl.gz --size 1000000 -o MANY.jsonl

First comes the corpus as it is. In each repetition the words of 200 neighbouring texts are put
together, shuffled and dealt out again: every text keeps its number of words, its marks, its line
breaks and its date, and reads unlike any other. Each text is cut once; memory holds the words
of the corpus as numbers, whatever is written. The same corpus and seed give the same bytes.
"""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import count, islice
from pathlib import Path
from typing import Any

import numpy as np

from analysis.theme.shapes import Array
from tests.bench.rows import read_lines
from tests.bench.theme.reference import PLAIN

WINDOW = 200


@dataclass(frozen=True, slots=True)
class Held:
    """A row of a corpus: its words (n_words,) as numbers, the first ``title`` of the headline."""

    row: dict[str, Any]
    words: Array
    title: int


def multiply_lines(
    lines: Iterable[str], *, seed: int = 0, window: int = WINDOW, cut: Any = PLAIN.words
) -> Iterator[str]:
    """Yield the lines of a corpus as they are, then its repetitions, without an end.

    Parameters
    ----------
    lines : iterable of str
        JSON objects with id, headline and body.
    window : int
        How many texts put their words together.
    cut : callable
        Gives the words of a text, which joined are the text.

    Raises
    ------
    ValueError
        When there is no line.
    """
    numbers: defaultdict[str, int] = defaultdict()
    numbers.default_factory = numbers.__len__
    held = []
    for line in lines:
        yield line
        held.append(_hold_row(json.loads(line), numbers, cut))
    if not held:
        raise ValueError("a corpus without a line")
    words = list(numbers)
    spoken = np.array([any(map(str.isalnum, word)) for word in words])
    for repetition in count(1):
        for start in range(0, len(held), window):
            part = held[start : start + window]
            dealt = _deal_words(part, spoken, np.random.default_rng((seed, repetition, start)))
            for one, numbered in zip(part, dealt, strict=True):
                yield _write_row(one, [words[number] for number in numbered], repetition)


def _hold_row(row: dict[str, Any], numbers: defaultdict[str, int], cut: Any) -> Held:
    title, body = cut(row["headline"]), cut(row["body"])
    # Their keys stay, so that a line has them in the order of the corpus.
    row["headline"] = row["body"] = ""
    length = len(title) + len(body)
    numbered = map(numbers.__getitem__, [*title, *body])
    return Held(row, np.fromiter(numbered, dtype=np.int32, count=length), len(title))


def _deal_words(
    part: Sequence[Held], spoken: Array, generator: np.random.Generator
) -> Iterator[list[int]]:
    """Yield the texts with the words of all of them shuffled; what is no word stays in place."""
    every = np.concatenate([one.words for one in part])
    places = np.flatnonzero(spoken[every])
    every[places] = generator.permutation(every[places])
    ends = np.cumsum([len(one.words) for one in part])
    for one, end in zip(part, ends, strict=True):
        yield every[end - len(one.words) : end].tolist()


def _write_row(one: Held, words: Sequence[str], repetition: int) -> str:
    title, body = "".join(words[: one.title]), "".join(words[one.title :])
    row = {**one.row, "id": f"{one.row['id']}-{repetition}", "headline": title, "body": body}
    return json.dumps(row, ensure_ascii=False) + "\n"


def write_multiplied(corpus: Path, size: int, target: Path, *, seed: int = 0) -> None:
    """Write ``size`` lines made of a corpus, whole or not at all."""
    fresh = target.with_name(f".{target.name}.part")
    with fresh.open("w", encoding="utf-8") as file:
        file.writelines(islice(multiply_lines(read_lines(corpus), seed=seed), size))
    fresh.replace(target)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write a larger corpus; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.multiply", description=__doc__)
    parser.add_argument("corpus", type=Path, help="JSON lines with id, headline, body")
    parser.add_argument("--size", type=int, default=1_000_000, help="lines to write")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    asked = parser.parse_args(arguments)
    write_multiplied(asked.corpus, asked.size, asked.output, seed=asked.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
