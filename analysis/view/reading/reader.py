"""An article to read: its text as safe HTML, the words that carried a theme marked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import numpy as np
from numpy.typing import NDArray

from analysis.theme.records import Evidence

# The strongest word is marked this deep on the ground of the strongest sentence; deeper together
# (0.45) and black text on it falls below a contrast of 4.5.
_DEEPEST, _GROUND = 0.36, 0.14
_HEADS = {
    "kicker": '<p style="margin-bottom:0">{}</p>',
    "headline": '<h3 style="margin:0;padding:.2em 0;line-height:1.4">{}</h3>',
    "subhead": '<p style="margin-bottom:0">{}</p>',
}
# The blue of browsers is too dark on a dark page.
_PLAIN = ' style="color:inherit"'
# Marks of evidence are grounds, those of a search lines: both can be seen on one word.
_HIT = '<u style="text-decoration-thickness:2px;text-underline-offset:4px">'
# What gives less than this part of the strongest word's share would be a tint nobody can see.
_FAINTEST = 0.04


@dataclass(frozen=True, slots=True, eq=False)
class Marking:
    """What is marked in a text: words and sentences, by what each gives to a theme or a topic.

    ``spans`` (n_words, 2) and ``given`` (n_words,) are words in order, ``sentences`` the ranges of
    the sentences and ``told`` (n_sentences,) what they give; shares of the article, 0-1. ``hits``
    are ranges that are underlined, in order: what was searched for.
    """

    spans: NDArray[Any]
    given: NDArray[Any]
    colour: str
    sentences: Sequence[tuple[int, int]] = ()
    told: Sequence[float] = ()
    hits: Sequence[tuple[int, int]] = ()


def mark_evidence(
    evidence: Evidence,
    given: NDArray[Any],
    sentences: Sequence[tuple[int, int]],
    *,
    colour: str,
    hits: Sequence[tuple[int, int]] = (),
) -> Marking:
    """Return the marking of a column of evidence, ``given`` (n_words,), with its sentences."""
    starts = evidence.spans[:, 0]
    told = [float(given[(starts >= start) & (starts < end)].sum()) for start, end in sentences]
    return Marking(evidence.spans, given, colour, sentences, told, hits)


def mark_words(text: str, marking: Marking, *, heads: Sequence[str] = ()) -> str:
    """Return an article's text as HTML paragraphs, words and sentences marked by what they give.

    Parameters
    ----------
    text : str
        The article's text; the ranges of the marking count in it. Lines are paragraphs.
    heads : sequence of str
        What the first lines are: any of "kicker", "headline", "subhead", in order.

    Notes
    -----
    Every character of the text is escaped; the only markup is ours. The depth of a mark is what
    the word gives over what the strongest word gives, that of a sentence's ground the same among
    sentences. Sentence 3 is ``#s-3``.
    """
    pieces = "".join(_mark_sentences(text, marking))
    lines = pieces.split("\n")
    headed = (_HEADS[head].format(line) for head, line in zip(heads, lines, strict=False))
    paragraphs = (f"<p>{line}</p>" for line in lines[len(heads) :] if line)
    inside = "".join((*headed, *paragraphs))
    return f'<div lang="zh-CN" style="max-width:42em;line-height:1.9">{inside}</div>'


def _mark_sentences(text: str, marking: Marking) -> Iterator[str]:
    most = max(marking.told, default=0.0)
    at = 0
    for number, ((start, end), share) in enumerate(
        zip(marking.sentences, marking.told, strict=True), 1
    ):
        # The line break behind a sentence ends a paragraph, and with it every mark.
        last = start + len(text[start:end].rstrip())
        first = min(last, end - len(text[start:end].lstrip()))
        yield _mark_range(text, at, first, marking)
        inside = _mark_range(text, first, last, marking)
        paint = _paint(marking.colour, _GROUND * share / most) if most else "transparent"
        look = f'title="{share:.1%}" style="background:{paint};scroll-margin:5rem"'
        yield f'<span id="s-{number}" {look}>{inside}</span>' if "\n" not in inside else inside
        at = last
    yield _mark_range(text, at, len(text), marking)


def _mark_range(text: str, start: int, end: int, marking: Marking) -> str:
    """Return a range of the text with the words that begin in it marked."""
    most = marking.given.max(initial=0.0)
    starts = marking.spans[:, 0]
    pieces, at = [], start
    for place in np.flatnonzero((starts >= start) & (starts < end)).tolist():
        first, last = marking.spans[place].tolist()
        share = float(marking.given[place])
        word = _write(text, first, min(last, end), marking.hits)
        faint = share <= most * _FAINTEST
        pieces += [_write(text, at, first, marking.hits)]
        pieces += [word if faint else _mark(word, share, share / most, marking.colour)]
        at = min(last, end)
    return "".join((*pieces, _write(text, at, end, marking.hits)))


def _write(text: str, start: int, end: int, hits: Sequence[tuple[int, int]]) -> str:
    """Return a range of the text, escaped; a hit that goes over its end goes on in the next."""
    pieces, at = [], start
    for first, last in hits:
        if first < end and last > at:
            inside = (max(first, at), min(last, end))
            pieces += [escape(text[at : inside[0]]), f"{_HIT}{escape(text[slice(*inside)])}</u>"]
            at = inside[1]
    return "".join((*pieces, escape(text[at:end])))


def _mark(word: str, share: float, depth: float, colour: str) -> str:
    style = f"background:{_paint(colour, _DEEPEST * depth)};color:inherit;border-radius:2px"
    return f'<mark title="{share:.1%}" style="{style}">{word}</mark>'


def _paint(colour: str, depth: float) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{depth:.2f})"


def list_links(title: str, links: Sequence[tuple[str, str]]) -> str:
    """Return a titled list of links as HTML: what each is called, its address.

    Examples
    --------
    >>> list_links("同稿见于", [("市报", "?article=a&lang=en")]).partition("<li>")[2][:35]
    '<a href="?article=a&amp;lang=en" ta'
    """
    items = "".join(
        f'<li><a href="{escape(address)}" target="_self"{_PLAIN}>{escape(name)}</a></li>'
        for name, address in links
    )
    return f'<div><p>{escape(title)}</p><ul lang="zh-CN">{items}</ul></div>'


def draw_strip(shares: Mapping[str, float], colours: Mapping[str, str]) -> str:
    """Return the themes of one article as a strip of HTML, widths by share, and a legend in words.

    Shares are 0-1; what rounds to 0 % is left out of both.
    """
    shown = {name: share for name, share in shares.items() if share >= 0.005}
    bars = "".join(
        f'<span style="flex:{share:.4f} 0 0;background:{colours[name]}"></span>'
        for name, share in shown.items()
    )
    legend = "".join(
        f'<span><span style="color:{colours[name]}">■</span> {escape(name)} {share:.0%}</span>'
        for name, share in shown.items()
    )
    strip = f'<div style="display:flex;gap:2px;height:14px" aria-hidden="true">{bars}</div>'
    words = f'<div style="display:flex;flex-wrap:wrap;gap:4px 16px;margin-top:6px">{legend}</div>'
    return f"<div>{strip}{words}</div>"
