"""Two fits of the same texts, by the words as they are and as they would be: what changes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from analysis.theme.findings import find_themes
from analysis.theme.lineage import Fitted, compare_topics, match_topics
from analysis.theme.matrix import Report
from analysis.theme.records import Findings
from analysis.theme.settings import NamedTheme, Settings, Words

_TOP = 10


@dataclass(frozen=True, slots=True)
class TopicChange:
    """A topic whose ten strongest terms are others than they were.

    ``before`` and ``after`` are its labels, None for a topic that is new or gone; ``near`` is the
    cosine of the two, 0-1.
    """

    before: str | None
    after: str | None
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    near: float


@dataclass(frozen=True, slots=True)
class Rewording:
    """What a change of words does to a fit.

    ``n_topics`` are before and after; ``topics`` those that change, most changed first; ``moved``
    are (article, theme before, theme after) where the main theme is another, None without any term.
    """

    n_topics: tuple[int, int]
    topics: tuple[TopicChange, ...]
    moved: tuple[tuple[int, str | None, str | None], ...]


def compare_words(
    texts: Sequence[str],
    themes: Sequence[NamedTheme],
    settings: Settings,
    *,
    words: tuple[Words, Words],
    report: Report | None = None,
) -> Rewording:
    """Fit texts by the words before and by those after, and return what changes.

    Both fits are made here and alike, so that nothing but the words tells them apart; the stability
    of topics is not measured.

    Raises
    ------
    NoWords, TooFewWords
        When the words after leave too little to fit.
    """
    plain = replace(settings, resamples=0)
    before, after = (find_themes(texts, themes, plain, one, report) for one in words)
    return Rewording(
        n_topics=(len(before.topics), len(after.topics)),
        topics=tuple(sorted(_compare_topics(before, after), key=lambda one: one.near)),
        moved=_compare_articles(before, after),
    )


def _compare_topics(before: Findings, after: Findings) -> list[TopicChange]:
    old, new = (Fitted(one.model.terms, one.model.components) for one in (before, after))
    near = compare_topics(old, new)
    matched = match_topics(old, new)
    pairs: list[tuple[int | None, int | None]] = [(mine, n) for n, mine in enumerate(matched)]
    pairs += [(mine, None) for mine in range(len(before.topics)) if mine not in matched]
    changes = []
    for mine, yours in pairs:
        was, now = _top_terms(before, mine), _top_terms(after, yours)
        if set(was) != set(now):
            change = TopicChange(
                before=None if mine is None else before.topics[mine].label,
                after=None if yours is None else after.topics[yours].label,
                gained=tuple(term for term in now if term not in was),
                lost=tuple(term for term in was if term not in now),
                near=0.0 if mine is None or yours is None else float(near[mine, yours]),
            )
            changes.append(change)
    return changes


def _top_terms(findings: Findings, topic: int | None) -> list[str]:
    return [] if topic is None else [term for term, _ in findings.topics[topic].terms[:_TOP]]


def _compare_articles(
    before: Findings, after: Findings
) -> tuple[tuple[int, str | None, str | None], ...]:
    pairs = zip(_main_themes(before), _main_themes(after), strict=True)
    return tuple((article, old, new) for article, (old, new) in enumerate(pairs) if old != new)


def _main_themes(findings: Findings) -> list[str | None]:
    """Return the theme with the largest share of each article, None where it has no term."""
    themes, shares = findings.model.themes, findings.article_themes
    return [themes[row.argmax()] if row.any() else None for row in shares]
