"""The measures of a set of topics, given as words only: no method's own numbers are trusted."""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from analysis.theme.dictionary import read_entries
from analysis.theme.quality import measure_coherence
from analysis.theme.stability import compare_rankings
from tests.bench.theme.peers import read_list
from tests.bench.theme.reference import Reference, hold_terms, measure_windows

TOP = 10
# Tags of the closed classes: numerals, measures, pronouns, prepositions, conjunctions, particles,
# interjections. Not adverbs and times: jieba's dictionary files 立法 and 春节 there.
_FUNCTION = ("m", "q", "r", "p", "c", "u", "y", "e", "o")


def measure_documents(topics: Sequence[Sequence[str]], reference: Reference) -> float:
    """Return document NPMI of the ten strongest words, mean over topics, -1 to 1."""
    terms = sorted({word for words in topics for word in words[:TOP]})
    columns = {term: column for column, term in enumerate(terms)}
    top = [np.array([columns[word] for word in words[:TOP]]) for words in topics]
    held = hold_terms(reference, terms)
    return float(np.mean([measure_coherence(one[np.newaxis], held)[0] for one in top]))


def measure_windowed(topics: Sequence[Sequence[str]], reference: Reference) -> float:
    """Return C_NPMI of the ten strongest words, mean over topics."""
    return float(np.mean([measure_windows(reference, words[:TOP]) for words in topics]))


def measure_diversity(topics: Sequence[Sequence[str]]) -> float:
    """Return how many of all top words are different ones, 0-1.

    Examples
    --------
    >>> measure_diversity([["养老", "老人"], ["养老", "工会"]])
    0.75
    """
    shown = [word for words in topics for word in words[:TOP]]
    return len(set(shown)) / len(shown)


def measure_agreement(first: Sequence[Sequence[str]], second: Sequence[Sequence[str]]) -> float:
    """Return the mean average Jaccard of matched topics, 0-1; one without a partner counts 0."""
    names = {word: at for at, word in enumerate(sorted({w for t in [*first, *second] for w in t}))}
    one, two = (_number(topics, names) for topics in (first, second))
    agreement = compare_rankings(one, two)
    pairs = linear_sum_assignment(agreement, maximize=True)
    return float(agreement[pairs].sum() / max(len(first), len(second)))


def _number(topics: Sequence[Sequence[str]], names: dict[str, int]) -> np.ndarray:
    """Return the numbers of the words; topics with fewer words are filled up with strangers."""
    deep = max(map(len, topics))
    filled = -np.arange(1, len(topics) * deep + 1).reshape(len(topics), deep)
    for row, words in zip(filled, topics, strict=True):
        row[: len(words)] = [names[word] for word in words]
    return filled


def share_listed(topics: Sequence[Sequence[str]], listed: frozenset[str]) -> float:
    """Return how many of the top words are on a list, 0-1."""
    return float(np.mean([word in listed for words in topics for word in words[:TOP]]))


def find_junk(topics: Sequence[Sequence[str]], newsroom: frozenset[str]) -> frozenset[str]:
    """Return the top words that can be no subject, whatever the corpus.

    Single characters, words with a digit, function words by jieba's dictionary or the common list,
    and what makers of news print about themselves.
    """
    shown = {word for words in topics for word in words[:TOP]}
    entries, stop = read_entries(shown), read_list("stop.txt")
    return frozenset(
        word
        for word in shown
        if len(word) < 2
        or any(map(str.isdigit, word))
        or word in newsroom | stop
        or (word in entries and entries[word].tag.startswith(_FUNCTION))
    )
