"""The charts of the dashboard as Figures: which numbers, in which words, out of how many."""

from collections.abc import Mapping

import pandas as pd

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection, Study
from analysis.study.select import Mask, select_rows
from analysis.view import frames
from analysis.view.drawing.clouds import Cloud
from analysis.view.drawing.figures import Figure, format_value
from analysis.view.naming import name_topic
from analysis.view.source import source_line, theme_colours

# As many bars as a reader takes in, and as fit a narrow screen.
_TERMS = 20
# Less than this of one article is a trace of a topic and no part of the theme.
_LEAST = 0.05
# As many words as fill a cloud; smaller ones could not be read.
_CLOUD = 80


def show_themes(catalogue: Catalogue, rows: Mask, language: str) -> Figure:
    """Return how much of the selected articles each theme holds."""
    frame = frames.theme_frame(catalogue, rows, language)
    # 其他 is last and no answer: the finding names the theme that leads among the named ones.
    top = frame.iloc[int(frame["share"][:-1].argmax())]
    counted = int(frame["articles"].sum())
    finding = say(
        "alt.themes" if top["share"] > 0 else "alt.themes.none",
        language,
        theme=top["theme"],
        share=format_value(top["share"], "percent"),
        articles=counted,
    )
    return Figure(
        name="themes",
        title=say("chart.themes", language),
        subtitle=finding,
        kind="bars",
        frame=frame,
        category="theme",
        value="share",
        key="theme_id",
        value_label=say("axis.share_of_articles", language, articles=counted),
        colours=theme_colours(catalogue.study, language),
        source=source_line(catalogue, rows, language),
        alt=finding,
        language=language,
    )


def show_newspapers(catalogue: Catalogue, rows: Mask, language: str) -> Figure:
    """Return what part each theme has in each newspaper."""
    frame = frames.newspaper_frame(catalogue, rows, language)
    named = zip(frame["newspaper"], frame["articles"], strict=True)
    frame["row"] = [say("axis.row", language, name=name, n=n) for name, n in named]
    return Figure(
        name="newspapers",
        title=say("chart.newspapers", language),
        subtitle=say("chart.newspapers.note", language),
        kind="stacked",
        frame=frame,
        category="row",
        value="share",
        series="theme",
        key="newspaper_id",
        value_label=say("axis.share_of_newspaper", language),
        colours=theme_colours(catalogue.study, language),
        source=source_line(catalogue, rows, language),
        alt=_newspaper_finding(frame, language),
        language=language,
    )


def _newspaper_finding(frame: pd.DataFrame, language: str) -> str:
    top = frame.loc[frame.groupby("newspaper_id", sort=False)["share"].idxmax()]
    parts = (top[name].tolist() for name in ("newspaper", "theme", "share"))
    findings = (
        say(
            "alt.newspaper",
            language,
            newspaper=newspaper,
            theme=theme,
            share=format_value(share, "percent"),
        )
        for newspaper, theme, share in zip(*parts, strict=True)
    )
    return ("；" if language == "zh" else "; ").join(findings)


def show_topics(catalogue: Catalogue, theme: str, language: str) -> Figure:
    """Return the topics of a theme by how many articles' worth of it they hold (whole study)."""
    frame = frames.topic_frame(catalogue, _everything(catalogue), theme)
    # A theme that hardly occurs still has a largest topic.
    shown = max(1, int((frame["articles"] >= _LEAST).sum()))
    frame = frame.head(shown)
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
    listed = "、".join(frame["term"][:5]) if language == "zh" else ", ".join(frame["term"][:5])
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
