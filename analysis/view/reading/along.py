"""The themes along an article: sentence after sentence, passage after passage, in numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

import pandas as pd

from analysis.resources import say
from analysis.theme.evidence import sum_ranges
from analysis.theme.passages import Range
from analysis.theme.records import Evidence

_STYLE = """
.bt-along{display:flex;gap:1px;height:24px;margin:.4rem 0;overflow-x:auto;padding:1px}
.bt-along a{min-width:3px;border-radius:1px;opacity:var(--deep)}
.bt-along a:hover,.bt-along a:focus{outline:2px solid currentColor;outline-offset:1px;opacity:1}
"""
_EMPTY = "#8886"
# The faintest sentence that says something is still to be seen.
_LEAST_DEEP = 0.35
_OPENING = 14
# As many runs as a listener follows.
_TOLD = 8


@dataclass(frozen=True, slots=True)
class Step:
    """A sentence on the way through an article: its number, its first words, its length.

    ``theme`` is the one that it gives most to, "" where it gives nothing; ``share`` what it gives,
    as a share of the article, 0-1.
    """

    number: int
    opening: str
    length: int
    theme: str
    share: float


def list_steps(
    text: str, evidence: Evidence, sentences: Sequence[Range], themes: Sequence[str]
) -> tuple[Step, ...]:
    """Return the sentences of an article with the theme that each gives most to."""
    _, given = sum_ranges(evidence, sentences)
    best = given.argmax(axis=1).tolist()
    return tuple(
        Step(
            number=number,
            opening=" ".join(text[start:end].split())[:_OPENING],
            length=end - start,
            theme=themes[one] if row[one] > 0 else "",
            share=float(row[one]),
        )
        for number, ((start, end), one, row) in enumerate(
            zip(sentences, best, given, strict=True), 1
        )
    )


def draw_along(steps: Sequence[Step], colours: Mapping[str, str], language: str) -> str:
    """Return the sentences as a strip of HTML, as wide as they are long, each linked to its text.

    The colour is that of the theme a sentence gives most to, the deeper the more it gives; what it
    says and gives stands in its label, and the whole in the label of the strip.
    """
    most = max((step.share for step in steps), default=0.0) or 1.0
    parts = []
    for step in steps:
        deep = _LEAST_DEEP + (1 - _LEAST_DEEP) * step.share / most
        look = f"flex:{step.length} 0 0;background:{colours.get(step.theme, _EMPTY)}"
        label = escape(_tell_step(step, language), quote=True)
        parts.append(
            f'<a href="#s-{step.number}" title="{label}" aria-label="{label}" '
            f'style="{look};--deep:{deep:.2f}"></a>'
        )
    told = escape(tell_along(steps, language), quote=True)
    strip = f'<div class="bt-along" role="group" aria-label="{told}">{"".join(parts)}</div>'
    return f"<style>{_STYLE}</style>{strip}"


def _tell_step(step: Step, language: str) -> str:
    key = "along.step" if step.theme else "along.step.none"
    share = f"{step.share:.1%}"
    return say(key, language, n=step.number, theme=step.theme, share=share, words=step.opening)


def tell_along(steps: Sequence[Step], language: str) -> str:
    """Return in words which sentences give most to which theme, run after run, for who sees none.

    Examples
    --------
    >>> steps = [Step(1, "", 9, "工会", 0.5), Step(2, "", 9, "工会", 0.3), Step(3, "", 9, "", 0)]
    >>> tell_along(steps, "zh")
    '沿文章看主题，共 3 句：第 1–2 句 工会'
    """
    runs = []
    for theme, group in groupby(steps, key=lambda step: step.theme):
        numbers = [step.number for step in group]
        if theme:
            span = "–".join(dict.fromkeys((str(numbers[0]), str(numbers[-1]))))
            runs.append(say("along.run", language, span=span, theme=theme))
    told = say("told.between", language).join(runs[:_TOLD])
    more = "…" if len(runs) > _TOLD else ""
    return say("along.title", language, n=len(steps), runs=told + more)


def passage_frame(
    evidence: Evidence, text: str, passages: Sequence[Range], themes: Sequence[str]
) -> pd.DataFrame:
    """Return what each passage gives to each theme; over a theme's column they sum to its share.

    Columns: number (from 1), opening (its first words), then the themes (shares of the article).
    """
    _, given = sum_ranges(evidence, passages)
    frame = pd.DataFrame(given, columns=list(themes))
    opening = [" ".join(text[start:end].split())[: 2 * _OPENING] for start, end in passages]
    frame.insert(0, "opening", opening)
    frame.insert(0, "number", range(1, len(passages) + 1))
    return frame
