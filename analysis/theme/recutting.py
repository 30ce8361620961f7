"""What a change of the word lists does to sentences, before anything is fitted."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from analysis.theme.passages import Range
from analysis.theme.settings import Words
from analysis.theme.tokens import make_cutter

# A clause is enough to see a word in: a sentence of a paper fills three lines.
_CLAUSE = re.compile(r"[^，。！？!?；;：\n]+[，。！？!?；;：]?")


@dataclass(frozen=True, slots=True)
class Recut:
    """A clause that is cut or counted otherwise: the ``text`` it is of, its range there, its words.

    Joined, the words of ``before`` and of ``after`` are the clause.
    """

    text: int
    span: Range
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recuts:
    """What changes: the ``texts`` concerned, by number, and examples for each changed word."""

    texts: tuple[int, ...]
    examples: tuple[Recut, ...]


def changed_words(before: Words, after: Words) -> tuple[str, ...]:
    """Return the words that are on a list only before or only after, in sorted order.

    Examples
    --------
    >>> changed_words(Words(user=("养老服务",)), Words(user=("养老服务",), stop=("表示",)))
    ('表示',)
    """
    lists = ((before.stop, after.stop), (before.press, after.press), (before.user, after.user))
    return tuple(sorted({word for old, new in lists for word in set(old) ^ set(new)}))


def find_recuts(texts: Sequence[str], before: Words, after: Words, *, most: int = 3) -> Recuts:
    """Return which texts are cut or counted otherwise, with up to ``most`` examples a word.

    Only clauses that hold a changed word are looked at: a word can change the cut nowhere else.

    Examples
    --------
    >>> found = find_recuts(["推行异地就医。"], Words(), Words(user=("异地就医",)))
    >>> found.examples[0].before, found.examples[0].after
    (('推行', '异地', '就医', '。'), ('推行', '异地就医', '。'))
    """
    changed = changed_words(before, after)
    touched: dict[int, None] = {}
    examples: list[Recut] = []
    shown = dict.fromkeys(changed, 0)
    for recut, words in _recut_texts(texts, before, after) if changed else ():
        touched[recut.text] = None
        wanted = [word for word in words if shown[word] < most]
        examples += [recut] if wanted else []
        shown |= {word: shown[word] + 1 for word in wanted}
    return Recuts(tuple(touched), tuple(examples))


def _recut_texts(
    texts: Sequence[str], before: Words, after: Words
) -> Iterator[tuple[Recut, Collection[str]]]:
    """Yield every clause that changes, with the changed words that it holds."""
    longest = sorted(changed_words(before, after), key=len, reverse=True)
    any_word = re.compile("|".join(map(re.escape, longest)))
    cutters = make_cutter(before.user), make_cutter(after.user)
    listed = {*before.stop, *before.press} ^ {*after.stop, *after.press}
    for number, text in enumerate(texts):
        # As terms count: Latin letters small.
        plain = text.lower() if len(text.lower()) == len(text) else text
        for match in _CLAUSE.finditer(plain) if any_word.search(plain) else ():
            words = dict.fromkeys(any_word.findall(match.group()))
            if not words:
                continue
            old, new = (tuple(cutter.words(match.group())) for cutter in cutters)
            if old != new or not listed.isdisjoint(new):
                yield Recut(number, match.span(), old, new), words
