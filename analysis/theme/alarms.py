"""The junk alarm: topics that are probably no subject, each with the reason.

An alarm takes nothing away; it tells a reader what to look at before a topic is believed.
"""

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import bdtrc

from analysis.theme.dictionary import Entry, read_entries
from analysis.theme.ranking import rank_highest
from analysis.theme.shapes import Array
from analysis.theme.vocabulary import is_subject

BOILERPLATE, NUMBERS, FORMULA = "boilerplate", "numbers", "formula"
ARTICLE, PAGE, NEWSPAPER = "article", "page", "newspaper"
OFFICIALESE, MIXED = "officialese", "mixed"
ALARMS = (BOILERPLATE, NUMBERS, FORMULA, ARTICLE, PAGE, NEWSPAPER, OFFICIALESE, MIXED)
"""Every alarm there is, in the order in which they are told."""

_TOP = 10
# One place has nearly all of a topic ...
_NEARLY_ALL = 0.9
# ... and would by chance, given how much of the corpus it has, in one topic of a thousand.
_CHANCE = 0.001
# Stories; below this one of them outweighs all the others together several times.
_ONE = 1.5
# Words of one subject meet at least as often as chance would have them (0); a little below it they
# may fail to in a topic of a few stories.
_APART = -0.15
_SEVERAL = 5
# The number of no place among those summed.
_UNNAMED = 0
_STRONGEST = 20
_SENTENCE = re.compile(r"[^。！？!?；;\n]+")
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Suspect:
    """What an alarm looks at in a topic: its strongest terms first, and two of its measures."""

    terms: tuple[str, ...]
    coherence: float
    exclusivity: float


@dataclass(frozen=True, slots=True)
class Origins:
    """Where each article of a corpus is from: numbers of places, all (n_articles,).

    ``newspapers`` is -1 where none is named; printings of one story share their number of
    ``stories``.
    """

    newspapers: Array
    pages: Array
    stories: Array


def find_alarms(
    suspects: Sequence[Suspect],
    shares: Array,
    *,
    read_texts: Callable[[Sequence[int]], Sequence[str]],
    origins: Origins,
    unwanted: Collection[str],
) -> tuple[tuple[str, ...], ...]:
    """Return the alarms of each topic, in the order of ``ALARMS``.

    =========== ====================================================================================
    boilerplate more than half of the ten strongest terms are on the lists ``unwanted`` or are no
                subject by their part of speech
    numbers     more than half of them hold digits or are single characters
    formula     more than half of the sentences that hold two of them, in its strongest articles,
                are printed there word for word in three stories or more
    article     its stories weigh as much as fewer than one and a half equal ones
    page        one page has nine tenths of it, and chance would hardly do that
    newspaper   one newspaper has, though its articles are no such part of the corpus
    officialese other topics hold more than half of its strongest terms (exclusivity below 0.5), and
                these meet more rarely than chance would have them (coherence below 0)
    mixed       its words are its own, but they meet more rarely than chance would have them, and it
                rests on five stories or more: what was left over from other topics
    =========== ====================================================================================

    Parameters
    ----------
    shares : (n_articles, n_topics)
    read_texts : callable
        Gives the texts of articles by their rows; asked once, for the strongest only.
    """
    stories = _Places(origins.stories)
    places = {PAGE: _Places(origins.pages), NEWSPAPER: _Places(origins.newspapers)}
    placed = np.where(shares.any(axis=1), 1.0, 0.0)
    # One reading of the dictionary for all topics: it is a large file.
    entries = read_entries({term for suspect in suspects for term in suspect.terms[:_TOP]})
    strongest = [_list_strongest(weights, origins.stories) for weights in shares.T]
    rows = sorted({row for rows in strongest for row in rows})
    texts = dict(zip(rows, read_texts(rows), strict=True))
    alarms = []
    for topic, suspect in enumerate(suspects):
        weights = shares[:, topic]
        found = _judge_terms(suspect.terms[:_TOP], unwanted, entries)
        found |= _judge_places(weights, stories, places, placed)
        if _is_formula(suspect.terms, [texts[row] for row in strongest[topic]]):
            found |= {FORMULA}
        if suspect.exclusivity < 0.5 and suspect.coherence < 0:
            found |= {OFFICIALESE}
        elif suspect.coherence < _APART and _count_equal(stories.sum(weights)) >= _SEVERAL:
            found |= {MIXED}
        alarms.append(tuple(one for one in ALARMS if one in found))
    return tuple(alarms)


def _judge_terms(
    top: Sequence[str], unwanted: Collection[str], entries: Mapping[str, Entry]
) -> set[str]:
    # Whether names of places count was decided for the vocabulary: one that is a term is a subject.
    empty = [term in unwanted or not is_subject(term, entries, places=True) for term in top]
    numbers = [len(term) == 1 or any(map(str.isdigit, term)) for term in top]
    judged = {BOILERPLATE: empty, NUMBERS: numbers}
    return {alarm for alarm, signs in judged.items() if sum(signs) > len(top) / 2}


def _judge_places(
    weights: Array, stories: "_Places", places: Mapping[str, "_Places"], placed: Array
) -> set[str]:
    by_story = stories.sum(weights)
    if not by_story.any():
        return set()
    n_stories = _count_equal(by_story)
    if n_stories < _ONE:
        return {ARTICLE}
    crowded = (one for one in places if _is_crowded(places[one], weights, placed, n_stories))
    # What one page has, its newspaper has: the nearer reason is the one to tell.
    nearest = next(crowded, None)
    return {nearest} if nearest else set()


def _count_equal(weights: Array) -> float:
    """Return how many equal weights would be as uneven as these; 0 for none."""
    squares = float((weights**2).sum())
    return float(weights.sum()) ** 2 / squares if squares else 0.0


def _is_crowded(places: "_Places", weights: Array, placed: Array, n_stories: float) -> bool:
    """Tell whether one named place has nearly all of a topic, and more than chance would give."""
    held = places.sum(weights)
    place = int(held.argmax())
    part = held[place] / held.sum()
    if place == _UNNAMED or part < _NEARLY_ALL:
        return False
    usual = places.sum(placed)[place] / placed.sum()
    tries = round(n_stories)
    return bool(bdtrc(round(part * tries) - 1, tries, usual) < _CHANCE)


class _Places:
    """Which of numbered places each article is of; those of none come first."""

    def __init__(self, numbers: Array) -> None:
        self._numbers = numbers.astype(np.int64) + 1

    def sum(self, weights: Array) -> Array:
        """Return the sum of the articles' weights in each place, ``_UNNAMED`` and all numbers."""
        return np.bincount(self._numbers, weights)


def _list_strongest(weights: Array, stories: Array) -> list[int]:
    """Return the rows of the strongest articles of a topic, one of each story."""
    held, most = np.flatnonzero(weights > 0), 2 * _STRONGEST
    while True:
        rows = rank_highest(weights, held, most=most)
        _, firsts = np.unique(stories[rows], return_index=True)
        if len(firsts) >= _STRONGEST or len(rows) == len(held):
            return [int(row) for row in rows[np.sort(firsts)[:_STRONGEST]]]
        most *= 4


def _is_formula(terms: Sequence[str], texts: Sequence[str]) -> bool:
    """Tell whether a topic lives on sentences that are printed again and again.

    ``texts`` are its strongest articles. Printings of one story are read once: that a story is
    reprinted makes it no formula.
    """
    printed: Counter[str] = Counter()
    for text in texts:
        # The number of a paper and its date differ from day to day, the line is the same.
        plain = _DIGITS.sub("0", text)
        printed.update({one.strip() for one in _SENTENCE.findall(plain)})
    speaking = [
        count
        for sentence, count in printed.items()
        for _ in range(count)
        if sum(term in sentence for term in terms[:_TOP]) > 1
    ]
    return sum(count > 2 for count in speaking) > len(speaking) / 2
