"""Word lists as people write them: read from what was pasted or loaded, written, compared."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from analysis.press.decode import decode_text
from analysis.theme.edits import LISTS, UNWORD, WORD, TopicEdit
from analysis.theme.settings import Words
from analysis.theme.spelling import plain_words

_GAP = re.compile(r"[\s、，,;；|/]+")
# What can be a term at all; a sentence that was pasted by mistake is none.
_WORD = re.compile(r"\w[\w·-]{1,19}")


@dataclass(frozen=True, slots=True)
class Parsed:
    """The words of a pasted or loaded text, and the pieces that cannot be words."""

    words: tuple[str, ...]
    refused: tuple[str, ...]


def parse_words(text: str) -> Parsed:
    r"""Return the words of a text, divided by white space, commas or lines; ``#`` begins a comment.

    Words have 2 to 20 characters.

    Examples
    --------
    >>> parse_words("异地就医、直接结算  # 医保\n的")
    Parsed(words=('异地就医', '直接结算'), refused=('的',))
    """
    lines = (line.partition("#")[0] for line in text.splitlines())
    pieces = dict.fromkeys(piece for line in lines for piece in _GAP.split(line) if piece)
    return Parsed(
        words=tuple(piece for piece in pieces if _WORD.fullmatch(piece)),
        refused=tuple(piece for piece in pieces if not _WORD.fullmatch(piece)),
    )


def read_word_file(data: bytes, source: str) -> Parsed:
    """Return the words of a text file, whatever its encoding.

    Raises
    ------
    EmptyInput, NotText, UnknownEncoding
        As the file is found.
    """
    return parse_words(decode_text(data, source).text)


def write_word_file(words: Iterable[str]) -> bytes:
    """Return a list as a text file, one word a line, as ``read_word_file`` reads it."""
    return "".join(f"{word}\n" for word in words).encode()


def add_words(lists: Words, name: str, words: Iterable[str]) -> Words:
    """Return the lists with words added to one of them, "stop", "press" or "user"."""
    return replace(lists, **{name: (*getattr(lists, name), *words)})


def drop_words(lists: Words, name: str, words: Iterable[str]) -> Words:
    """Return the lists with words taken out of one of them."""
    gone = set(plain_words(words, name))
    kept = tuple(word for word in getattr(lists, name) if word not in gone)
    return replace(lists, **{name: kept})


def compare_lists(before: Words, after: Words) -> tuple[TopicEdit, ...]:
    """Return the edits that make the lists ``after`` of those before, none where they are equal.

    Examples
    --------
    >>> [edit.edit for edit in compare_lists(Words(stop=("甲乙",)), Words(user=("异地就医",)))]
    ['unword', 'word']
    """
    edits = []
    for name in LISTS:
        old, new = getattr(before, name), getattr(after, name)
        for kind, had, has in ((UNWORD, new, old), (WORD, old, new)):
            words = tuple(word for word in has if word not in set(had))
            edits += [TopicEdit(kind, name=name, words=words)] if words else []
    return tuple(edits)
