"""The words of a study: new ones offered, changes of the lists tried before any is made."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow.compute as pc

from analysis.study.ranking import rank_topic_terms
from analysis.study.records import Report, Study
from analysis.study.tables import read_table
from analysis.theme.candidates import Candidate, find_candidates
from analysis.theme.recutting import Recut, changed_words, find_recuts
from analysis.theme.rewording import TopicChange, compare_words
from analysis.theme.settings import Words

SAMPLE = 3_000
"""Articles that a change of words is tried on, where a study has more."""

_TOP_TERMS = 50


@dataclass(frozen=True, slots=True)
class Example:
    """A place in an article: its id, the range in its text, and the text around it."""

    article_id: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Offer:
    """A candidate new word with where it stands: up to three examples."""

    candidate: Candidate
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change of words touches before anything is fitted.

    ``articles`` are the ids of those that are cut or counted otherwise, ``topics`` the labels of
    those with a changed word, or a piece of one, among their fifty strongest; ``examples`` are
    (article id, cut).
    """

    articles: tuple[str, ...]
    topics: tuple[str, ...]
    examples: tuple[tuple[str, Recut], ...]


@dataclass(frozen=True, slots=True)
class Trial:
    """What a change of words does to a fit; ``fitted`` of ``whole`` articles were tried.

    ``topics`` change their strongest words; ``moved`` are (article id, main theme before, after).
    """

    fitted: int
    whole: int
    n_topics: tuple[int, int]
    topics: tuple[TopicChange, ...]
    moved: tuple[tuple[str, str | None, str | None], ...]


@dataclass(frozen=True, slots=True)
class _Texts:
    """The articles of a study: ids and texts in simplified characters."""

    ids: tuple[str, ...]
    texts: tuple[str, ...]


def offer_words(study: Study, words: Words | None = None) -> tuple[Offer, ...]:
    """Return candidate new words of a study, the likeliest first; ``words`` are its own by default.

    Of a story that is printed several times one printing is read.
    """
    read = _read_texts(study, once=True)
    found = find_candidates(read.texts, words or study.recipe.words)
    return tuple(
        Offer(one, tuple(_show_place(read, *place) for place in one.examples)) for one in found
    )


def find_touched(study: Study, words: Words) -> Touched:
    """Return what changes at once if the lists of a study become ``words``."""
    read = _read_texts(study)
    recuts = find_recuts(read.texts, study.recipe.words, words)
    pieces = (set(recut.before) ^ set(recut.after) for recut in recuts.examples)
    changed = set(changed_words(study.recipe.words, words)).union(*pieces)
    return Touched(
        articles=tuple(read.ids[number] for number in recuts.texts),
        topics=_find_topics(study, changed),
        examples=tuple((read.ids[recut.text], recut) for recut in recuts.examples),
    )


def try_words(study: Study, words: Words, *, report: Report | None = None) -> Trial:
    """Return what becomes of topics and articles if the lists become ``words``; writes nothing.

    Large studies are tried on a sample of ``SAMPLE`` articles, the same each time.

    Raises
    ------
    NoWords, TooFewWords
        When the words leave too little to fit.
    """
    read = _read_texts(study)
    rows = _draw_sample(len(read.ids))
    recipe, settings = study.recipe, study.recipe.settings
    if settings.fits_articles(len(read.ids)):
        # Its articles are fitted whole: those of the sample are, too.
        settings = replace(settings, passages_until=0)
    found = compare_words(
        [read.texts[row] for row in rows],
        recipe.themes,
        settings,
        words=(recipe.words, words),
        report=report,
    )
    return Trial(
        fitted=len(rows),
        whole=len(read.ids),
        n_topics=found.n_topics,
        topics=found.topics,
        moved=tuple((read.ids[rows[article]], old, new) for article, old, new in found.moved),
    )


def _draw_sample(n_articles: int) -> Sequence[int]:
    if n_articles <= SAMPLE:
        return range(n_articles)
    drawn = np.random.default_rng(0).choice(n_articles, SAMPLE, replace=False)
    return [int(row) for row in np.sort(drawn)]


def _read_texts(study: Study, *, once: bool = False) -> _Texts:
    columns = ["article_id", "text", "plain", "copy_group"]
    table = read_table(study.folder, "articles", columns)
    if once:
        stories = pc.coalesce(table["copy_group"], table["article_id"]).to_pylist()
        first = {story: row for row, story in reversed(list(enumerate(stories)))}
        table = table.take(sorted(first.values()))
    plain = pc.coalesce(table["plain"], table["text"])
    return _Texts(tuple(table["article_id"].to_pylist()), tuple(plain.to_pylist()))


def _show_place(read: _Texts, text: int, start: int, end: int) -> Example:
    """Return a place with the sentence around it, cut down to what a line of a table can hold."""
    whole = read.texts[text]
    before = max(whole.rfind(mark, 0, start) + 1 for mark in "。！？；\n")
    behind = min(at if (at := whole.find(mark, end)) >= 0 else len(whole) for mark in "。！？；\n")
    return Example(read.ids[text], start, end, whole[before : behind + 1].strip())


def _find_topics(study: Study, words: set[str]) -> tuple[str, ...]:
    strongest = rank_topic_terms(read_table(study.folder, "topic_terms"), _TOP_TERMS)
    labels = read_table(study.folder, "topics", ["topic_id", "label"]).to_pylist()
    return tuple(
        row["label"] for row in labels if not words.isdisjoint(strongest.get(row["topic_id"], ()))
    )
