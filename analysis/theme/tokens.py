"""Text to tokens: jieba's cut, by rjieba where it is installed, token for token the same.

The only place that knows jieba and rjieba. No part of speech here and no filter: every character
of the text is in exactly one token. The one known difference: where an unknown run of Han holds a
character three times (养养养), two cuts can be equally likely, and each engine takes its own.
"""

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache, partial
from importlib.util import find_spec
from typing import NamedTuple

from analysis.resources import home_folder
from analysis.theme.dictionary import count_total, read_entries

ENGINES = ("rjieba", "jieba")
# jieba hands what its dictionary does not know to finalseg, which splits it by this very
# expression; rjieba keeps runs of ASCII marks whole.
_ASCII = re.compile(r"[\x21-\x7e]+")
_SKIP = re.compile(r"([a-zA-Z0-9]+(?:\.\d+)?%?)")
# Only a mark beside a letter or digit can be in such a run, and hardly a text has one but for 3.5
# and 20%, which stay whole: looked for in the text, and then in its words, a line each.
_MIXED = re.compile(r"[!-/:-@\[-`{-~](?:(?<=[0-9A-Za-z].)|(?=[0-9A-Za-z]))")
_JOINED = re.compile(
    r"[!-/:-@\[-`{-~](?:(?<=[0-9A-Za-z].)|(?=[0-9A-Za-z]))"
    r"(?!(?<=[0-9]\.)[0-9]+%?(?:\n|\Z)|(?<=[0-9]%)(?:\n|\Z))"
)
# Each of these is a token to jieba: Han characters outside the block it knows, which rjieba joins
# to words, and lone surrogates, which rjieba cannot take.
LONE = re.compile("([\u3400-\u4dbf\u9fd6-\u9fff\ud800-\udfff\uf900-\ufaff\U00020000-\U0003ffff])")


class Token(NamedTuple):
    """A word of a text as it counts (Latin letters small), and its range of characters."""

    term: str
    start: int
    end: int


class _Engine(NamedTuple):
    words: Callable[[str], list[str]]
    rough: Callable[[str], list[str]]
    split: Callable[[str], Sequence[str]]


class Cutter:
    """Cuts text into words; build it once and keep it.

    Parameters
    ----------
    user : sequence of str
        Words that the dictionary lacks; those it has already are left as they are.
    engine : str, optional
        "rjieba" or "jieba"; by default the first that is installed.

    Examples
    --------
    >>> [token.term for token in Cutter(["直接结算"]).cut("医保直接结算")]
    ['医保', '直接结算']
    """

    def __init__(self, user: Sequence[str] = (), *, engine: str | None = None) -> None:
        self.user = tuple(sorted(set(user)))
        self.engine = engine or _choose_engine()
        build = _build_rjieba if self.engine == "rjieba" else _build_jieba
        self._engine = build(self.user)

    def __reduce__(self) -> tuple[Callable[..., "Cutter"], tuple[object, ...]]:
        # rjieba's engine cannot be pickled: another process builds its own from the same words.
        return _rebuild, (self.user, self.engine)

    def words(self, text: str) -> list[str]:
        """Return the words of a text as they stand in it; joined they are the text."""
        return self._engine.words(text)

    def rough_words(self, text: str) -> list[str]:
        """Return the words of a text without characters of ``LONE``, not split yet."""
        return self._engine.rough(text)

    def split_word(self, word: str) -> Sequence[str]:
        """Return the words that a rough word is; one that ``words`` gives is itself."""
        return self._engine.split(word)

    def cut(self, text: str) -> Iterator[Token]:
        """Yield the tokens of a text in order, white space and marks included."""
        end = 0
        for word in self._engine.words(text):
            start, end = end, end + len(word)
            yield Token(word.lower(), start, end)


@lru_cache(maxsize=4)
def make_cutter(user: tuple[str, ...]) -> Cutter:
    """Return the cutter of a list of user words, the same one for the same words."""
    return Cutter(user)


def _rebuild(user: tuple[str, ...], engine: str) -> Cutter:
    return Cutter(user, engine=engine)


def _choose_engine() -> str:
    return next(name for name in ENGINES if find_spec(name))


def _build_rjieba(user: tuple[str, ...]) -> _Engine:
    import rjieba  # noqa: PLC0415 - not installed everywhere

    engine = rjieba.Jieba()
    for word, frequency in _weigh_words(user, partial(engine.cut, hmm=False)):
        engine.add_word(word, frequency, "n")
    split = partial(_split, known=engine.has_word)

    def cut(text: str) -> list[str]:
        if not LONE.search(text):
            words: list[str] = engine.cut(text)
        else:
            parts = enumerate(LONE.split(text))
            words = [one for n, part in parts for one in ([part] if n % 2 else engine.cut(part))]
        if not _MIXED.search(text) or not _JOINED.search("\n".join(words)):
            return words
        return [piece for word in words for piece in split(word)]

    return _Engine(cut, engine.cut, split)


def _split(word: str, known: Callable[[str], bool]) -> Sequence[str]:
    if len(word) < 2 or not word.isascii() or word.isalnum():
        return (word,)
    if not _ASCII.fullmatch(word) or known(word):
        return (word,)
    return [piece for piece in _SKIP.split(word) if piece]


def _build_jieba(user: tuple[str, ...]) -> _Engine:
    import jieba  # noqa: PLC0415 - loads slowly, and only where rjieba is not

    # It tells of its loading, and of a cache it cannot write, on standard error.
    logging.getLogger("jieba").setLevel(logging.CRITICAL + 1)
    jieba.default_logger.setLevel(logging.CRITICAL + 1)
    engine = jieba.Tokenizer()
    engine.tmp_dir = _cache_folder()
    engine.initialize()
    for word, frequency in _weigh_words(user, partial(engine.cut, HMM=False)):
        engine.add_word(word, frequency, "n")
    return _Engine(engine.lcut, engine.lcut, lambda word: (word,))


def _cache_folder() -> str | None:
    folder = home_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:  # a read-only home: jieba then loads from its dictionary each time
        return None
    return str(folder)


def _weigh_words(
    user: tuple[str, ...], cut: Callable[[str], Iterable[str]]
) -> list[tuple[str, int]]:
    """Return the words that the dictionary lacks, with frequencies that both engines share.

    jieba and jieba-rs suggest different frequencies, and jieba counts a known word twice in its
    total; so the number is worked out here, from the dictionary and before any word is added:
    twice the frequency at which a word beats its pieces, which ``cut`` gives.
    """
    # Where no words are added the dictionary need not be read.
    known = read_entries(set(user)) if user else {}
    words = [word for word in user if word not in known and len(word) > 1]
    if not words:
        return []
    pieces = [tuple(cut(word)) for word in words]
    entries = read_entries({piece for parts in pieces for piece in parts})
    total = count_total()
    weighed = []
    for word, parts in zip(words, pieces, strict=True):
        chance, scale = 1, 1
        for piece in parts:
            chance *= entries[piece].frequency if piece in entries else 1
            scale *= total
        weighed.append((word, max(2 * (chance * total // scale + 1), 3)))
    return weighed
