"""The strongest sentences of each topic and theme: what a reader may quote for it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from threadpoolctl import threadpool_limits

from analysis.theme.combining import combine_topics
from analysis.theme.evidence import explain_articles, sum_ranges
from analysis.theme.passages import Range
from analysis.theme.ranking import rank_highest
from analysis.theme.records import Evidence, Model
from analysis.theme.sentences import cut_sentences, is_whole
from analysis.theme.shapes import Array
from analysis.theme.tokens import Cutter

SHORTEST, LONGEST = 15, 120
"""Characters of a quotation: enough to say something, few enough to be quoted."""

A_STORY = 2
"""How many quotations of one subject one story may give."""

FAINTEST = 0.25
"""What is weaker than this part of the strongest is a sentence on something else."""


@dataclass(frozen=True, slots=True)
class Source:
    """An article that may be quoted.

    ``story`` is the same for all printings of one story, ``start`` where the prose begins behind
    the headline.
    """

    story: str
    text: str
    start: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """A sentence of an article: its range in the article's text, how strong it is for a subject.

    ``row`` is the article's number among those of its study.
    """

    story: str
    start: int
    end: int
    text: str
    strength: float = 0.0
    row: int = 0


def choose_sources(shares: Array, characters: Array, *, most: int) -> Array:
    """Return the rows of the articles to look for the sentences of a subject, strongest first.

    By share times the square root of the length: a caption that is wholly on the subject says
    less of it than an article that is mostly on it. Rows without any share are left out.

    Parameters
    ----------
    shares : (n_articles,)
        What part of each article the subject has.
    characters : (n_articles,)
        How long each is; 0 for one that is not to be quoted.
    """
    worth = shares * np.sqrt(characters)
    return rank_highest(worth, np.flatnonzero(worth > 0), most=most)


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What sentences are measured by.

    ``columns`` are the terms' columns in ``typical`` (n_topics, n_terms), which says how typical a
    term is of a topic: 1 for its strongest. ``affinity`` is the model's.
    """

    columns: Mapping[str, int]
    typical: Array
    affinity: Array


def make_yardstick(model: Model) -> Yardstick:
    """Return what the sentences of a model's articles are measured by, parts of a topic together.

    The parts of a merged topic weigh the same: what is typical of either is typical of it.
    """
    components, affinity = combine_topics(model, np.ones(len(model.parts)))
    return Yardstick(model.term_ids, components / components.max(axis=1, keepdims=True), affinity)


def rate_sentences(
    evidence: Evidence, ranges: Sequence[Range], yardstick: Yardstick
) -> tuple[Array, Array]:
    """Return how strongly each sentence speaks for each topic and theme.

    What its words give to the subject, each word counted by how typical it is of it, in words'
    worth (the share of the article times its counted words, so that short articles do not win by
    being short), over the square root of the sentence's length: twice as long must say 1.4 times as
    much, and a sentence of many words is not strong by their number alone.

    Returns
    -------
    topics : (n_ranges, n_topics)
    themes : (n_ranges, n_themes + 1)
    """
    typical = yardstick.typical[:, [yardstick.columns[term] for term in evidence.terms]].T
    weighed = evidence.topics * typical * len(evidence.terms)
    counted = Evidence(evidence.terms, evidence.spans, weighed, weighed @ yardstick.affinity)
    lengths = np.sqrt([[max(end - start, 1)] for start, end in ranges])
    topics, themes = sum_ranges(counted, ranges)
    return np.asarray(topics / lengths), np.asarray(themes / lengths)


def quote_articles(
    model: Model, articles: Sequence[tuple[Source, str]], cutter: Cutter
) -> list[tuple[list[Range], Array]]:
    """Return the sentences of articles as ``quote_article`` does.

    The same bytes for an article whatever stands beside it, and wherever it is rated.

    Parameters
    ----------
    articles : sequence of (source, plain text)
        The text in simplified characters, of the same length.
    """
    yardstick = make_yardstick(model)
    # Two threads would add up in another order than one does, and wait for each other at that.
    with threadpool_limits(limits=1, user_api="blas"):
        found = explain_articles(model, (plain for _, plain in articles), cutter)
        return [
            quote_article(source, evidence, yardstick)
            for (source, _), evidence in zip(articles, found, strict=True)
        ]


def quote_article(
    source: Source, evidence: Evidence, yardstick: Yardstick
) -> tuple[list[Range], Array]:
    """Return the sentences of an article that can be quoted: whole prose of a sensible length.

    Returns
    -------
    ranges : list of (start, end)
        Without the white space around them.
    strengths : (n_ranges, n_topics + n_themes + 1)
        For all topics, then for all themes; which of them count is for the caller to say.
    """
    n_subjects = evidence.topics.shape[1] + evidence.themes.shape[1]
    ranges = [
        one for one in cut_sentences(source.text) if one[0] >= source.start and _fits(source, one)
    ]
    if not ranges or not evidence.terms:
        return [], np.zeros((0, n_subjects))
    strengths = np.hstack(rate_sentences(evidence, ranges, yardstick))
    return [_strip_range(source.text, one) for one in ranges], strengths


def _strip_range(text: str, place: Range) -> Range:
    words = text[slice(*place)]
    start = place[1] - len(words.lstrip())
    return start, start + len(words.strip())


def _fits(source: Source, place: Range) -> bool:
    words = source.text[slice(*place)].strip()
    return SHORTEST <= len(words) <= LONGEST and is_whole(words)


def pick_quotations(
    ranked: Iterable[Quotation], *, most: int, a_story: int = A_STORY
) -> tuple[Quotation, ...]:
    """Return the strongest quotations, no sentence twice and only a few from one story.

    What is not a quarter as strong as the strongest is no quotation, however few there are.
    They come strongest first, and are gone through no further than there is something to choose.
    """
    chosen: list[Quotation] = []
    said: set[str] = set()
    stories: dict[str, int] = {}
    for one in ranked:
        least = FAINTEST * chosen[0].strength if chosen else 0.0
        if one.strength <= 0 or one.strength < least or len(chosen) >= most:
            break
        bare = "".join(filter(str.isalnum, one.text))
        if stories.get(one.story, 0) >= a_story or bare in said:
            continue
        said.add(bare)
        stories[one.story] = stories.get(one.story, 0) + 1
        chosen.append(one)
    return tuple(chosen)
