"""Which words count: a filter by length, letters, word lists and part of speech."""

from collections.abc import Collection, Mapping
from hashlib import sha256
from itertools import compress

import numpy as np

from analysis.resources import read_words as read_list
from analysis.theme.dictionary import Entry, read_entries
from analysis.theme.gathering import Vocabulary
from analysis.theme.names import is_name
from analysis.theme.settings import Settings, Words

# Tags of jieba's dictionary whose words say how, when or how many, not what: numerals, measures,
# adverbs, pronouns, prepositions, conjunctions, particles, interjections, directions, times.
_FUNCTION_TAGS = ("m", "q", "d", "r", "p", "c", "u", "y", "e", "o", "f", "t", "z", "k", "h")
# Persons, whose doings are no subject.
_PERSON_TAGS = ("nr",)
# In a small corpus a place ties together whatever one town does; in a large one the countries and
# regions that are written about again and again are what subjects are told apart by.
_PLACE_TAGS = ("ns",)
UNKNOWN_TAG = "x"
# Characters that join, point, count or compare, and open no word that matters (就医 and 会费 do):
# 号/日/称 is no word, nor is 个/省/份.
_JOINING = frozenset(
    "这那该此每各某其我你他她它们之了着的得是在于为与和同及或而但也都还又更最很较只将已曾并便才仅不没把让使"
    "给向由以到至称说据另等个位件张次座架艘百千万亿两几多第日月"
)
_LONGEST_WASTE = 3
# With fewer terms than this that come back, those that do not come back are let in too.
_FEW_TERMS = 20
# One term in three counts, or oftener.
_SPARE = 3


def read_words() -> Words:
    """Read the word lists of ``assets/words``."""
    return Words(
        stop=read_list("stop.txt"), press=read_list("press.txt"), user=read_list("user.txt")
    )


def digest_words(words: Words, themes: Collection[str]) -> str:
    """Return twelve hex digits that change with any word of the lists or themes."""
    parts = (*words.stop, "\0", *words.press, "\0", *words.user, "\0", *themes)
    return sha256("\n".join(parts).encode()).hexdigest()[:12]


def is_subject(term: str, entries: Mapping[str, Entry], *, places: bool = False) -> bool:
    """Tell whether a word can name a subject, by its part of speech in the dictionary.

    One that the dictionary lacks can, but for cutting waste. ``places`` says whether names of
    places can.

    Examples
    --------
    >>> entries = read_entries({"职工", "已经", "北京"})
    >>> [is_subject(term, entries) for term in ("职工", "已经", "北京", "异地就医")]
    [True, False, False, True]
    >>> is_subject("北京", entries, places=True)
    True
    """
    if term not in entries:
        return not is_waste(term)
    unwanted = _FUNCTION_TAGS + _PERSON_TAGS + (() if places else _PLACE_TAGS)
    return not entries[term].tag.startswith(unwanted)


def is_waste(term: str) -> bool:
    """Tell whether a word that the dictionary lacks is a cutter's waste: 日称, 更多正, 万剂.

    Where nothing is known to a cutter it joins neighbours into words. New words of two or three
    characters are made of characters that mean something; one with a character that only counts or
    joins others was hardly ever meant.

    Examples
    --------
    >>> [is_waste(term) for term in ("日称", "万剂", "双碳", "网约车", "异地就医")]
    [True, True, False, False, False]
    """
    return len(term) <= _LONGEST_WASTE and not _JOINING.isdisjoint(term)


def select_terms(
    vocabulary: Vocabulary, words: Words, settings: Settings, *, spoken: Collection[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the terms that count, sorted, and the part of speech of each.

    ``spoken`` are the words of the themes: whoever names a word wants it counted, whatever the
    lists say. Words of the user's dictionary count whatever the other dictionary says of them.
    """
    frequency = np.sort(vocabulary.frequency)[::-1]
    # A corpus of one short page has hardly a term twice: then once must do.
    least = settings.min_count if (frequency >= settings.min_count).sum() >= _FEW_TERMS else 1
    # Of a large corpus only the commonest are looked at: it has far more terms than can count.
    asked = _SPARE * settings.max_terms
    bound = max(least, int(frequency[asked])) if asked < len(frequency) else least
    kept = _keep_terms(vocabulary, words, settings, spoken=spoken, least=bound)
    if bound > least and len(kept) < settings.max_terms + len(spoken):
        kept = _keep_terms(vocabulary, words, settings, spoken=spoken, least=least)
    strongest = sorted(kept, key=lambda term: (-kept[term], term))[: settings.max_terms]
    chosen = tuple(sorted(strongest))
    entries = read_entries(set(chosen))
    tags = tuple(entries[t].tag if t in entries else UNKNOWN_TAG for t in chosen)
    return chosen, tags


def _keep_terms(
    vocabulary: Vocabulary,
    words: Words,
    settings: Settings,
    *,
    spoken: Collection[str],
    least: int,
) -> dict[str, int]:
    """Return in how many passages each term stands that counts and stands in ``least``."""
    terms = vocabulary.terms
    often = np.flatnonzero(vocabulary.frequency >= least).tolist()
    entries = read_entries({terms[column] for column in often})
    places = settings.fits_articles(vocabulary.n_articles)
    unwanted = {*words.stop, *words.press, *_find_names(vocabulary, entries, least)}
    wanted = {*words.user} - unwanted
    kept = {
        terms[column]: int(vocabulary.frequency[column])
        for column in often
        if terms[column] in wanted
        or (terms[column] not in unwanted and is_subject(terms[column], entries, places=places))
    }
    said = map(frozenset(spoken).__contains__, terms)
    for column in compress(range(len(terms)), said):
        kept[terms[column]] = int(vocabulary.frequency[column])
    return kept


def _find_names(vocabulary: Vocabulary, entries: Mapping[str, Entry], least: int) -> set[str]:
    often = (vocabulary.frequency >= least) & vocabulary.named.any(axis=1)
    return {
        vocabulary.terms[column]
        for column in np.flatnonzero(often)
        if is_name(
            vocabulary.terms[column],
            int(vocabulary.places[column]),
            *vocabulary.named[column].tolist(),
            known=vocabulary.terms[column] in entries,
        )
    }
