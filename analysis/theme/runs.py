"""Runs of neighbouring words: how often, where, how firmly joined, how freely surrounded.

Counted length by length: a run is only as frequent as the runs within it, so what is rare at one
length is left out at the next, and memory stays bounded by the tokens of the corpus.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from analysis.theme.shapes import Array
from analysis.theme.tokens import Cutter

LONGEST = 4
"""Words of the longest run."""

SENTENCE = re.compile(r"[^。！？!?；;\n]+")
"""A sentence without its mark."""

EDGE = "\n"
"""Stands between the sentences of a stream."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A corpus as one row of words.

    ``ids`` (n_tokens,) number the ``words``; ``ends`` (n_texts,) is where each text stops in it.
    """

    words: tuple[str, ...]
    ids: Array
    ends: Array

    def find_texts(self, places: Array) -> Array:
        """Return the text that each place of the row is in."""
        return np.searchsorted(self.ends, places, side="right")


@dataclass(frozen=True, slots=True)
class Runs:
    """The frequent runs of one length.

    ``members`` (n_runs, length) are numbers of words; ``counts``, ``cohesion`` (-1 to 1), ``left``
    and ``right`` (entropies in nats) are (n_runs,). ``owners`` and ``places`` (n_occurrences,) say
    which run begins where in the stream.
    """

    members: Array
    counts: Array
    cohesion: Array
    left: Array
    right: Array
    owners: Array
    places: Array


class _Numbers(dict[str, int]):
    """The number of each word as it is met."""

    def __missing__(self, word: str) -> int:
        self[word] = len(self)
        return self[word]


def make_stream(texts: Sequence[str], cutter: Cutter) -> Stream:
    """Cut texts to words, every sentence once however often it is printed.

    What is printed word for word again is a copy or a formula: it tells of one writer, not of a
    word that many use.
    """
    numbers = _Numbers({EDGE: 0})
    seen: set[int] = set()
    parts, lengths = [], []
    for text in texts:
        words: list[str] = []
        for match in SENTENCE.finditer(text):
            # 64 bits instead of the sentence: no two of a million share them by chance.
            mark = hash(match.group())
            if mark not in seen:
                seen.add(mark)
                words += cutter.words(match.group())
                words.append(EDGE)
        parts.append(np.fromiter(map(numbers.__getitem__, words), np.int32, len(words)))
        lengths.append(len(words))
    ids = np.concatenate([np.zeros(1, dtype=np.int32), *parts])
    return Stream(tuple(numbers), ids, np.cumsum(lengths, dtype=np.int64) + 1)


def count_runs(stream: Stream, allowed: Array, neighbours: Array, *, least: int) -> Iterator[Runs]:
    """Yield the runs of two words, of three and of four that stand ``least`` times or oftener.

    Parameters
    ----------
    allowed : (n_words,)
        Which words may stand in a run.
    neighbours : (n_words,)
        As what a word counts that stands beside a run; -1 is another neighbour each time: behind
        a sentence anything can follow.
    """
    alone = np.bincount(stream.ids, minlength=len(stream.words))
    known: dict[tuple[int, ...], int] = {(word,): int(count) for word, count in enumerate(alone)}
    current = np.where(allowed[stream.ids], stream.ids, -1).astype(np.int64)
    members = np.arange(len(stream.words))[:, np.newaxis]
    for _ in range(2, LONGEST + 1):
        members, current, counts = _lengthen(members, current, least)
        if not len(members):
            return
        known |= {tuple(run): int(n) for run, n in zip(members.tolist(), counts, strict=True)}
        places = np.flatnonzero(current >= 0)
        owners, length = current[places], members.shape[1]

        def spread(at: Array, owners: Array = owners, many: int = len(members)) -> Array:
            return _measure_entropy(owners, neighbours[stream.ids[at]], many)

        yield Runs(
            members=members,
            counts=counts,
            cohesion=_measure_cohesion(members, known, len(stream.ids)),
            left=spread(places - 1),
            right=spread(places + length),
            owners=owners,
            places=places,
        )


def _lengthen(members: Array, current: Array, least: int) -> tuple[Array, Array, Array]:
    """Return the frequent runs that are one word longer, where they begin, and their counts."""
    first, second = current[:-1], current[1:]
    places = np.flatnonzero((first >= 0) & (second >= 0))
    width = len(members)
    pairs = first[places] * width + second[places]
    found, which, counts = np.unique(pairs, return_inverse=True, return_counts=True)
    often = counts >= least
    numbers = np.where(often, np.cumsum(often) - 1, -1)
    longer = np.full(len(current) - 1, -1, dtype=np.int64)
    longer[places] = numbers[which]
    before, behind = np.divmod(found[often], width)
    return np.hstack([members[before], members[behind][:, -1:]]), longer, counts[often]


def _measure_cohesion(members: Array, known: dict[tuple[int, ...], int], n_tokens: int) -> Array:
    """Return the weakest joint of each run: the least NPMI over its cuts in two, -1 to 1.

    Bouma 2009 for the normalised pointwise mutual information.
    """
    scores = []
    for run in map(tuple, members.tolist()):
        whole = known[run] / n_tokens
        chances = (known[run[:n]] * known[run[n:]] / n_tokens**2 for n in range(1, len(run)))
        scores.append(min(np.log(whole / chance) / -np.log(whole) for chance in chances))
    return np.array(scores)


def _measure_entropy(owners: Array, neighbours: Array, many: int) -> Array:
    """Return the entropy of what stands beside each run, (many,), in nats.

    Jin and Tanaka-Ishii 2006, P06-2056: at the edge of a word anything can follow.
    """
    width = int(neighbours.max(initial=0)) + 1 + len(neighbours)
    apart = np.where(neighbours < 0, width - 1 - np.arange(len(neighbours)), neighbours)
    pairs, counts = np.unique(owners * width + apart, return_counts=True)
    groups = pairs // width
    shares = counts / np.bincount(owners, minlength=many)[groups]
    return np.bincount(groups, -shares * np.log(shares), minlength=many)
