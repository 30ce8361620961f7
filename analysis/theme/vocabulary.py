"""Which words count: a filter by length, letters, word lists and part of speech."""

from collections.abc import Collection, Mapping
from hashlib import sha256

from analysis.resources import read_words as read_list
from analysis.theme.dictionary import Entry, read_entries
from analysis.theme.matrix import Counts
from analysis.theme.records import Settings, Words

# Tags of jieba's dictionary whose words say how, when or how many, not what: numerals, measures,
# adverbs, pronouns, prepositions, conjunctions, particles, interjections, directions, times.
_FUNCTION_TAGS = ("m", "q", "d", "r", "p", "c", "u", "y", "e", "o", "f", "t", "z", "k", "h")
# Persons and places: they tie together what one person or town does, which is no subject.
_NAME_TAGS = ("nr", "ns")
UNKNOWN_TAG = "x"
# With fewer terms than this that come back, those that do not come back are let in too.
_FEW_TERMS = 20


def read_words() -> Words:
    """Read the word lists of ``assets/words``."""
    return Words(
        stop=read_list("stop.txt"), press=read_list("press.txt"), user=read_list("user.txt")
    )


def digest_words(words: Words, themes: Collection[str]) -> str:
    """Return twelve hex digits that change with any word of the lists or themes."""
    parts = (*words.stop, "\0", *words.press, "\0", *words.user, "\0", *themes)
    return sha256("\n".join(parts).encode()).hexdigest()[:12]


def is_subject(term: str, entries: Mapping[str, Entry]) -> bool:
    """Tell whether a word can name a subject, by its part of speech in the dictionary.

    Examples
    --------
    >>> entries = read_entries({"职工", "已经", "北京"})
    >>> [is_subject(term, entries) for term in ("职工", "已经", "北京", "异地就医")]
    [True, False, False, True]
    """
    return term not in entries or not entries[term].tag.startswith(_FUNCTION_TAGS + _NAME_TAGS)


def select_terms(
    counts: Counts, words: Words, settings: Settings, *, spoken: Collection[str]
) -> tuple[Counts, tuple[str, ...]]:
    """Return the counts of the terms that count, and the part of speech of each.

    ``spoken`` are the words of the themes: whoever names a word wants it counted, whatever the
    lists say.
    """
    passages = counts.counts.count_nonzero(axis=0)
    entries = read_entries(set(counts.terms))
    unwanted = {*words.stop, *words.press}
    # A corpus of one short page has hardly a term twice: then once must do.
    least = settings.min_count if (passages >= settings.min_count).sum() >= _FEW_TERMS else 1
    kept = [
        column
        for column, term in enumerate(counts.terms)
        if term in spoken
        or (passages[column] >= least and term not in unwanted and is_subject(term, entries))
    ]
    strongest = sorted(kept, key=lambda column: (-passages[column], column))[: settings.max_terms]
    chosen = counts.keep(sorted(strongest))
    tags = tuple(entries[t].tag if t in entries else UNKNOWN_TAG for t in chosen.terms)
    return chosen, tags
