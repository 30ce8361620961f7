"""The charts of one theme or topic: its words by relevance, its cloud, its newspapers."""

import numpy as np
import pandas as pd

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.study.select import Mask, select_rows
from analysis.view.drawing.clouds import Cloud
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.values import format_value
from analysis.view.frames import name_newspaper
from analysis.view.source import source_line
from analysis.view.topics.subjects import (
    Subject,
    call_subject,
    colour_subject,
    rank_by_relevance,
    share_subject,
)

TERMS, PAPERS = 20, 20
"""As many bars as a reader takes in, and as fit a narrow screen."""

# As many words as fill a cloud; smaller ones could not be read.
_CLOUD = 80


def draw_subject(
    catalogue: Catalogue, subject: Subject, terms: pd.DataFrame, language: str
) -> Cloud:
    """Return the heaviest terms of a theme or topic (a ``term_frame``) as a cloud."""
    called = call_subject(catalogue.study, subject, language)
    heaviest = terms.nlargest(_CLOUD, "share", keep="first")
    return Cloud(
        name="cloud",
        weights=dict(zip(heaviest["term"], heaviest["share"].tolist(), strict=True)),
        colour=colour_subject(catalogue.study, subject, language),
        title=say("themes.cloud", language, theme=called),
        subtitle=say("subject.cloud.note", language),
        source=source_line(catalogue, _everything(catalogue), language),
        language=language,
    )


def show_relevance(
    catalogue: Catalogue, subject: Subject, terms: pd.DataFrame, language: str, *, weight: float
) -> Figure:
    """Return the most relevant terms of a theme or topic, with how many articles hold each.

    ``terms`` is a ``term_frame``, ``weight`` the lambda of ``measure_relevance``.
    """
    called = call_subject(catalogue.study, subject, language)
    frame = rank_by_relevance(terms, weight).head(TERMS)
    top = float(frame["share"].max())
    shares = (format_value(share, "percent", top=top) for share in frame["share"].tolist())
    counts = (f"{n:,}" for n in frame["articles"].tolist())
    told = zip(shares, counts, strict=True)
    note = [say("axis.subject.note", language, share=share, n=n) for share, n in told]
    listed = say("told.listed", language).join(frame["term"].head(5))
    colour = colour_subject(catalogue.study, subject, language)
    return Figure(
        name="relevance",
        title=say("chart.terms", language, theme=called),
        subtitle=say("subject.terms.note", language, weight=f"{weight:.1f}"),
        kind="bars",
        frame=frame.assign(note=note),
        category="term",
        value="share",
        note="note",
        value_label=say("axis.subject.terms", language, theme=called),
        colours=dict.fromkeys(frame["term"], colour),
        source=source_line(catalogue, _everything(catalogue), language),
        alt=say("alt.subject.terms", language, theme=called, terms=listed, weight=f"{weight:.1f}"),
        language=language,
        ordered=True,
    )


def subject_newspapers(
    catalogue: Catalogue, rows: Mask, subject: Subject, language: str
) -> pd.DataFrame:
    """Return the share of a theme or topic in each newspaper, the largest share first.

    Columns: newspaper_id, newspaper, share (mean over its selected articles that have words, 0-1),
    articles (how many those are). Of many newspapers those with the most articles are listed.
    """
    counted = np.flatnonzero(rows & (catalogue.main >= 0))
    papers, names = catalogue.facets.papers[counted], catalogue.facets.paper_names
    counts = np.bincount(papers, minlength=len(names))
    shares = share_subject(catalogue, subject)[counted]
    sums = np.bincount(papers, weights=shares, minlength=len(names))
    most = np.argsort(-counts, kind="stable")[:PAPERS]
    listed = most[counts[most] > 0]
    frame = pd.DataFrame(
        {
            "newspaper_id": [names[one] for one in listed],
            "newspaper": [name_newspaper(names[one], language) for one in listed],
            "share": sums[listed] / counts[listed],
            "articles": counts[listed],
        }
    )
    return frame.sort_values("share", ascending=False, kind="stable", ignore_index=True)


def show_subject_newspapers(
    catalogue: Catalogue, rows: Mask, subject: Subject, language: str
) -> Figure:
    """Return the share of a theme or topic in each newspaper as bars; each says its articles.

    Raises
    ------
    NothingToDraw
        When no selected article has words to count.
    """
    called = call_subject(catalogue.study, subject, language)
    frame = subject_newspapers(catalogue, rows, subject, language)
    counted = zip(frame["newspaper"], frame["articles"].tolist(), strict=True)
    label = [say("axis.row", language, name=name, n=f"{n:,}") for name, n in counted]
    findings = (
        say("alt.subject.newspaper", language, newspaper=name, share=format_value(share, "percent"))
        for name, share in zip(frame["newspaper"].head(3), frame["share"].head(3), strict=True)
    )
    return Figure(
        name="subject-newspapers",
        title=say("chart.subject.newspapers", language, theme=called),
        subtitle=say("chart.subject.newspapers.note", language),
        kind="bars",
        frame=frame.assign(label=label),
        category="label",
        value="share",
        key="newspaper_id",
        value_label=say("axis.subject.newspapers", language),
        colours=dict.fromkeys(label, colour_subject(catalogue.study, subject, language)),
        source=source_line(catalogue, rows, language),
        alt=say("told.between", language).join(findings),
        language=language,
    )


def _everything(catalogue: Catalogue) -> Mask:
    """Return all articles: words of a theme or topic are those of the whole study."""
    return select_rows(catalogue, Selection())
