"""What is known of the words of a corpus before any is counted: kind, lists, part in a new word."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analysis.press.names import split_names
from analysis.theme.dictionary import read_entries
from analysis.theme.runs import EDGE
from analysis.theme.settings import Words
from analysis.theme.shapes import Array

_HAN = re.compile(r"[\u4e00-\u9fff]+")
_DIGITS = re.compile(r"[0-9０-９.,〇零一二两三四五六七八九十百千万亿]+[%％]?")
# Particles, prepositions, conjunctions, pronouns: they stand between words, not in one.
_JOINING = ("u", "p", "c", "r", "y", "e", "o")
# Adverbs, measures, places and times, endings: a term neither begins nor ends with them.
_LOOSE = ("m", "q", "d", "f", "t", "z", "k", "h", "b")
# Only what is named so for sure: jieba marks 养老 and 文明 as names, too.
_PERSONS = ("nrt", "nrfg")
_PLACE, _BODY = "ns", "nt"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of a stream, by number.

    ``tags`` are parts of speech, "" for what the dictionary lacks; ``allowed`` (n_words,) are those
    that can be part of a new word; ``neighbours`` (n_words,) number what a run stands beside: all
    numerals are one neighbour (their variety says nothing), each kind of mark is one, -1 stands for
    the edge of a sentence; ``listed`` are the words of all lists, ``unwanted`` those that say
    nothing of a subject.
    """

    words: tuple[str, ...]
    tags: tuple[str, ...]
    allowed: Array
    neighbours: Array
    listed: frozenset[str]
    unwanted: frozenset[str]

    def can_be_word(self, run: Sequence[int]) -> bool:
        """Tell whether a run of words, by number, can be a term: no name, count or turn of phrase.

        The statistics of a name are those of a word, and so are those of a doing with the quality
        that papers always give it (强烈谴责).
        """
        pieces = [self.words[word] for word in run]
        tags = [self.tags[word] for word in run]
        return (
            not _is_loose(pieces[0], tags[0])
            and not _is_loose(pieces[-1], tags[-1])
            and not tags[0].startswith(_PLACE)
            and not tags[-1].startswith(_PLACE)
            and not (tags[0] == "a" and tags[-1] == "v")
            and not _is_named(pieces, tags)
            and any(map(self._says_something, pieces, tags))
        )

    def _says_something(self, word: str, tag: str) -> bool:
        """Whether a word by itself has a subject: 副 and 主席 have none, nor has 国务院."""
        return len(word) > 1 and word not in self.unwanted and not tag.startswith(_BODY)


def read_lexicon(words: Sequence[str], lists: Words) -> Lexicon:
    """Return what is known of words.

    Examples
    --------
    >>> lists = Words(press=("召开", "会议"))
    >>> lexicon = read_lexicon(("异地", "就医", "的", "召开", "会议"), lists)
    >>> lexicon.allowed.tolist()
    [True, True, False, True, True]
    >>> lexicon.can_be_word((0, 1)), lexicon.can_be_word((3, 4))
    (True, False)
    """
    entries = read_entries(set(words))
    tags = tuple(entries[word].tag if word in entries else "" for word in words)
    stop = frozenset(lists.stop)
    allowed = np.array(
        [_can_join(w, t) and w not in stop for w, t in zip(words, tags, strict=True)]
    )
    numbers = np.array([bool(_DIGITS.fullmatch(w)) for w in words])
    own = np.where(numbers, len(words), np.arange(len(words)))
    unwanted = frozenset((*lists.stop, *lists.press))
    return Lexicon(
        words=tuple(words),
        tags=tags,
        allowed=allowed,
        neighbours=np.where(np.array([word == EDGE for word in words]), -1, own),
        listed=unwanted | frozenset(lists.user),
        unwanted=unwanted,
    )


def _can_join(word: str, tag: str) -> bool:
    return bool(_HAN.fullmatch(word)) and not _DIGITS.fullmatch(word) and tag[:1] not in _JOINING


def _is_loose(word: str, tag: str) -> bool:
    """Whether a word hangs on others: function words, and single verbs, which take any object."""
    return tag.startswith(_LOOSE) or (len(word) == 1 and tag == "v")


def _is_named(pieces: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether a person stands in the run, or the run is a name that was cut."""
    whole = "".join(pieces)
    cut_name = (
        len(whole) <= 3
        and tags[0].startswith("nr")
        and len(pieces[0]) < 3
        and bool(split_names(whole))
    )
    return cut_name or any(map(_is_person, pieces, tags))


def _is_person(word: str, tag: str) -> bool:
    # Two characters are as often a word (康复) as a name; three that begin with a surname are one.
    full = tag == "nr" and (len(word) == 1 or (len(word) > 2 and bool(split_names(word))))
    return tag in _PERSONS or full
