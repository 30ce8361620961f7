"""The charts of the dashboard as Figures: which numbers, in which words, out of how many."""

from collections.abc import Mapping

import pandas as pd

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection, Study
from analysis.study.select import Mask, select_rows
from analysis.theme.records import OTHER
from analysis.view import frames
from analysis.view.drawing.clouds import Cloud
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.values import format_value
from analysis.view.exhibits.denominators import name_denominator, tell_few
from analysis.view.measuring.weighing import FEW, weigh_articles
from analysis.view.naming import name_topic
from analysis.view.source import source_line, theme_colours

# As many bars as a reader takes in, and as fit a narrow screen.
_TERMS = 20
# Less than this of one article is a trace of a topic and no part of the theme.
_LEAST = 0.05
# As many words as fill a cloud; smaller ones could not be read.
_CLOUD = 80
# As many topics as a reader takes in; smaller ones are named in the list of topics.
_TOPICS = 12


def show_themes(
    catalogue: Catalogue, rows: Mask, language: str, *, per: str = "articles"
) -> Figure:
    """Return how much each theme holds of what ``per`` counts, one of ``weighing.PER``."""
    weighing = weigh_articles(catalogue, rows, per)
    frame = frames.theme_frame(catalogue, rows, language, per=per)
    finding = _tell_leading(frame, len(weighing.places), language)
    return Figure(
        name="themes",
        title=say("chart.themes", language),
        subtitle=f"{tell_few(len(weighing.places), language)}{finding}",
        kind="bars",
        frame=frame.assign(few=len(weighing.places) < FEW),
        category="theme",
        value="share",
        key="theme_id",
        faint="few",
        value_label=name_denominator(weighing, per, language),
        colours=theme_colours(catalogue.study, language),
        source=source_line(catalogue, rows, language),
        alt=finding,
        language=language,
    )


def _tell_leading(frame: pd.DataFrame, articles: int, language: str) -> str:
    """Return which named theme leads: 其他 is no answer."""
    met = frame[(frame["theme_id"] != OTHER) & (frame["share"] > 0)]
    if met.empty:
        return say("alt.themes.none", language)
    top = met.iloc[int(met["share"].argmax())]
    return say(
        "alt.themes",
        language,
        theme=top["theme"],
        share=format_value(top["share"], "percent"),
        articles=f"{articles:,}",
    )


def show_topics(catalogue: Catalogue, theme: str, language: str) -> Figure:
    """Return the topics of a theme by how many articles' worth of it they hold (whole study)."""
    frame = frames.topic_frame(catalogue, _everything(catalogue), theme)
    # A theme that hardly occurs still has a largest topic.
    shown = max(1, int((frame["articles"] >= _LEAST).sum()))
    frame = frame.head(min(shown, _TOPICS))
    frame = frame.assign(topic=[name_topic(row, language) for row in frame.to_dict("records")])
    called = frames.name_themes(catalogue.study, language)[theme]
    finding = say("alt.topics", language, theme=called, label=frame["topic"].iloc[0])
    return Figure(
        name="topics",
        title=say("chart.topics", language, theme=called),
        subtitle=say("chart.topics.note", language),
        kind="bars",
        frame=frame,
        category="topic",
        value="articles",
        key="topic_id",
        value_format="weight",
        value_label=say("axis.articles_worth", language),
        colours=_one_colour(catalogue.study, frame["topic"], called, language),
        source=source_line(catalogue, _everything(catalogue), language),
        alt=finding,
        language=language,
    )


def show_terms(catalogue: Catalogue, theme: str, language: str) -> Figure:
    """Return the words that speak for a theme in the whole study, the strongest twenty."""
    weights = list(frames.theme_weights(catalogue.study, theme).items())[:_TERMS]
    frame = pd.DataFrame(weights, columns=["term", "share"])
    called = frames.name_themes(catalogue.study, language)[theme]
    listed = say("told.listed", language).join(frame["term"][:5])
    finding = say("alt.terms", language, theme=called, terms=listed)
    return Figure(
        name="terms",
        title=say("chart.terms", language, theme=called),
        subtitle=finding,
        kind="bars",
        frame=frame,
        category="term",
        value="share",
        value_label=say("axis.share_of_theme", language),
        colours=_one_colour(catalogue.study, frame["term"], called, language),
        source=source_line(catalogue, _everything(catalogue), language),
        alt=finding,
        language=language,
    )


def _everything(catalogue: Catalogue) -> Mask:
    """Return all articles: words and topics of a theme are those of the whole study."""
    return select_rows(catalogue, Selection())


def _one_colour(study: Study, labels: pd.Series, theme: str, language: str) -> Mapping[str, str]:
    colour = theme_colours(study, language)[theme]
    return dict.fromkeys(labels, colour)


def show_cloud(catalogue: Catalogue, theme: str, language: str) -> Cloud:
    """Return the words that speak for a theme in the whole study, in the theme's colour."""
    called = frames.name_themes(catalogue.study, language)[theme]
    return Cloud(
        name="cloud",
        weights=dict(list(frames.theme_weights(catalogue.study, theme).items())[:_CLOUD]),
        colour=theme_colours(catalogue.study, language)[called],
        title=say("themes.cloud", language, theme=called),
        subtitle=say("themes.cloud.note", language),
        source=source_line(catalogue, _everything(catalogue), language),
        language=language,
    )
