"""New words of a domain: runs of words that behave like one word, found in the texts themselves.

A dictionary made of other texts splits the terms of a trade (异地 就医). Such a run tells itself by
its statistics: its parts meet far oftener than chance, at every joint (cohesion), and many
different words stand before and behind it (entropy), while a piece of a longer word or of a set
phrase is followed by nearly always the same. What statistics cannot tell (names, counts, turns of
the newsroom) is left out by part of speech and by the word lists.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

import numpy as np

from analysis.theme.dictionary import read_entries
from analysis.theme.kinds import Lexicon, read_lexicon
from analysis.theme.runs import SENTENCE, Runs, Stream, count_runs, make_stream
from analysis.theme.settings import Words
from analysis.theme.shapes import Array
from analysis.theme.tokens import make_cutter

MOST = 300
"""How many candidates are offered."""

_EXAMPLES = 3
# Chance alone joins no more than this much of two words that stand side by side.
_COHESION = 0.5
# Words of the newsroom join with most words and single characters with any: at the edge of a run
# they must clearly prefer its company.
_COHESION_LISTED, _COHESION_SINGLE = 0.65, 0.75
# Nats: about what two different neighbours give.
_FREEDOM = 0.55
_LONGEST = 8
# A run that stands alone in fewer than a quarter of its places is a piece of the longer one.
_PIECE = 0.75


@dataclass(frozen=True, slots=True)
class Candidate:
    """A run of words that could be one.

    ``count`` is how often it stands in different sentences, ``articles`` in how many texts;
    ``cohesion`` (0-1) and ``freedom`` (nats) are why; ``examples`` are (text, start, end): up
    to three places, in different sentences.
    """

    term: str
    pieces: tuple[str, ...]
    count: int
    articles: int
    cohesion: float
    freedom: float
    examples: tuple[tuple[int, int, int], ...] = ()

    @property
    def score(self) -> float:
        """What candidates are ranked by."""
        return math.log1p(self.count) * self.cohesion * min(self.freedom, 3.0)


def find_candidates(
    texts: Sequence[str], words: Words, *, most: int = MOST
) -> tuple[Candidate, ...]:
    """Return the runs of two to four words that behave like a word, the likeliest first.

    Words of the dictionary and of any list are no candidates. A sentence counts once however often
    it is printed.

    Examples
    --------
    >>> texts = ["老人问起异地就医", "异地就医很方便", "推行异地就医，职工高兴"]
    >>> [one.term for one in find_candidates(texts, Words())]
    ['异地就医']
    """
    stream = make_stream(texts, make_cutter(words.user))
    lexicon = read_lexicon(stream.words, words)
    least = _least_count(len(stream.ids))
    found = [
        one
        for runs in count_runs(stream, lexicon.allowed, lexicon.neighbours, least=least)
        for one in _judge_runs(runs, lexicon)
    ]
    known = read_entries({one.term for one, _ in found}).keys() | lexicon.listed
    fresh = [pair for pair in found if pair[0].term not in known]
    best = sorted(_drop_pieces(_once(fresh)), key=lambda pair: (-pair[0].score, pair[0].term))[
        :most
    ]
    return tuple(_add_texts(one, places, stream, texts) for one, places in best)


def _least_count(n_tokens: int) -> int:
    """Return how often a run must stand: its statistics need it, and the rare move no topic."""
    return max(3, round(math.sqrt(n_tokens) / 75))


def _judge_runs(runs: Runs, lexicon: Lexicon) -> Iterator[tuple[Candidate, Array]]:
    """Yield the runs that behave like a word, each with its places in the stream."""
    freedom = np.minimum(runs.left, runs.right)
    firm = (runs.cohesion >= _COHESION) & (freedom >= _FREEDOM)
    order = np.argsort(runs.owners, kind="stable")
    starts = np.searchsorted(runs.owners[order], np.arange(len(runs.counts) + 1))
    for run in np.flatnonzero(firm):
        members = runs.members[run].tolist()
        pieces = tuple(lexicon.words[word] for word in members)
        cohesion = float(runs.cohesion[run])
        short = sum(map(len, pieces)) <= _LONGEST
        if short and cohesion >= _need_cohesion(pieces, lexicon) and lexicon.can_be_word(members):
            places = runs.places[order[starts[run] : starts[run + 1]]]
            freedoms = float(freedom[run])
            yield Candidate("".join(pieces), pieces, len(places), 0, cohesion, freedoms), places


def _need_cohesion(pieces: Sequence[str], lexicon: Lexicon) -> float:
    edges = {pieces[0], pieces[-1]}
    if min(map(len, edges)) == 1:
        return _COHESION_SINGLE
    return _COHESION_LISTED if edges & lexicon.unwanted else _COHESION


def _once(found: Iterable[tuple[Candidate, Array]]) -> list[tuple[Candidate, Array]]:
    """Keep the commonest cut of each term: the same characters may be cut in several ways."""
    best: dict[str, tuple[Candidate, Array]] = {}
    for one, places in found:
        if one.term not in best or best[one.term][0].count < one.count:
            best[one.term] = one, places
    return list(best.values())


def _drop_pieces(found: Sequence[tuple[Candidate, Array]]) -> list[tuple[Candidate, Array]]:
    """Leave out the runs that nearly always stand in one longer candidate."""
    counts = {one.term: one.count for one, _ in found}
    held = set()
    for one, _ in found:
        n = len(one.pieces)
        inner = ("".join(one.pieces[a:b]) for a in range(n) for b in range(a + 2, n + 1))
        shorter = (term for term in inner if term != one.term)
        held |= {term for term in shorter if one.count >= _PIECE * counts.get(term, math.inf)}
    return [pair for pair in found if pair[0].term not in held]


def _add_texts(
    candidate: Candidate, places: Array, stream: Stream, texts: Sequence[str]
) -> Candidate:
    """Return the candidate with the number of its texts and a range in up to three of them."""
    owners = np.unique(stream.find_texts(places)).tolist()
    found = [tuple(_find_all(texts[text], candidate.term)) for text in owners[:_EXAMPLES]]
    # From different texts first, and from one text where there are no others.
    rounds = zip_longest(*found)
    ranges = [
        (owners[row], at, at + len(candidate.term))
        for places_now in rounds
        for row, at in enumerate(places_now)
        if at is not None
    ]
    return replace(candidate, articles=len(owners), examples=tuple(ranges[:_EXAMPLES]))


def _find_all(text: str, term: str) -> Iterator[int]:
    """Yield where a term stands, the first place of each sentence only."""
    at = text.find(term)
    while at >= 0:
        yield at
        end = SENTENCE.match(text, at)
        at = text.find(term, end.end() if end else at + 1)
