"""Words to look at: candidates, lists, and what a change of the lists does."""

from collections.abc import Collection, Mapping, Sequence
from html import escape

import pandas as pd

from analysis.resources import say
from analysis.study.words import Offer, Trial
from analysis.theme.edits import WORD, TopicEdit
from analysis.theme.recutting import Recut
from analysis.theme.settings import Words

# The accent as a tint: black and white text both keep their contrast on it.
_MARK = '<mark style="background:rgba(0,114,178,.2);color:inherit;border-radius:2px">{}</mark>'


def offer_frame(offers: Sequence[Offer]) -> pd.DataFrame:
    """Return candidate new words, the likeliest first.

    Columns: term, pieces (how it is cut now), count (sentences that hold it), articles, cohesion
    (0-1), freedom (nats), example.
    """
    columns = ["term", "pieces", "count", "articles", "cohesion", "freedom", "example"]
    rows = (
        (
            one.candidate.term,
            " ".join(one.candidate.pieces),
            one.candidate.count,
            one.candidate.articles,
            one.candidate.cohesion,
            one.candidate.freedom,
            one.examples[0].text if one.examples else "",
        )
        for one in offers
    )
    return pd.DataFrame(rows, columns=columns)


def search_words(words: Collection[str], part: str) -> list[str]:
    """Return the words that hold ``part``, all when it is empty."""
    return [word for word in words if part.strip().lower() in word.lower()]


def name_changes(edits: Sequence[TopicEdit], language: str) -> list[str]:
    """Return each change of a list as a sentence."""
    return [
        say(
            f"words.change.{'add' if edit.edit == WORD else 'drop'}",
            language,
            list=say(f"words.list.{edit.name}", language),
            words=say("told.listed", language).join(edit.words or ()),
        )
        for edit in edits
    ]


def draw_offer(offer: Offer) -> str:
    """Return the examples of a candidate as HTML, the word marked in each."""
    term = escape(offer.candidate.term)
    items = "".join(
        f"<li>{escape(example.text).replace(term, _MARK.format(term))}</li>"
        for example in offer.examples
    )
    return f'<div lang="zh-CN"><b>{term}</b><ul>{items}</ul></div>'


def draw_recuts(recuts: Sequence[Recut], before: Words, after: Words, language: str) -> str:
    """Return clauses as HTML, how each was cut and how it is: what does not count is grey."""
    heads = "".join(
        f'<th style="text-align:left">{say(f"words.cut.{name}", language)}</th>'
        for name in ("before", "after")
    )
    rows = "".join(
        f"<tr><td>{_draw_cut(recut.before, recut.after, before)}</td>"
        f"<td>{_draw_cut(recut.after, recut.before, after)}</td></tr>"
        for recut in recuts
    )
    return (
        '<table lang="zh-CN" style="width:100%;table-layout:fixed">'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _draw_cut(words: Sequence[str], others: Sequence[str], lists: Words) -> str:
    """Return one cut: bars between words, those of this cut alone marked, uncounted ones grey."""
    uncounted = {*lists.stop, *lists.press}
    return '<span style="opacity:.4">|</span>'.join(
        f'<span style="text-decoration:line-through">{escape(word)}</span>'
        if word.lower() in uncounted
        else (_MARK.format(escape(word)) if word not in others else escape(word))
        for word in words
    )


def topic_changes(trial: Trial, language: str) -> pd.DataFrame:
    """Return the topics whose strongest words change, most changed first.

    Columns: before and after (labels; words for "new" and "gone"), lost, gained (terms), near
    (cosine, 0-1).
    """
    joint = say("told.listed", language)
    rows = (
        (
            one.before or say("words.topic.none", language),
            one.after or say("words.topic.gone", language),
            joint.join(one.lost),
            joint.join(one.gained),
            one.near,
        )
        for one in trial.topics
    )
    return pd.DataFrame(rows, columns=["before", "after", "lost", "gained", "near"])


def article_changes(
    trial: Trial, headlines: Mapping[str, str], themes: Mapping[str, str], language: str
) -> pd.DataFrame:
    """Return the articles whose main theme changes.

    Columns: article_id, headline, before, after (themes as the screen calls them).
    """
    unplaced = say("words.theme.none", language)
    rows = (
        (article, headlines[article], *(themes[one] if one else unplaced for one in pair))
        for article, *pair in trial.moved
    )
    return pd.DataFrame(rows, columns=["article_id", "headline", "before", "after"])
