"""What changes from one number of topics to the next, as tidy frames and charts."""

import pandas as pd

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.exploring import Exploration
from analysis.study.records import Selection
from analysis.study.select import select_rows
from analysis.theme.rules import apply_rule
from analysis.view.drawing.figures import Figure
from analysis.view.frames import article_frame
from analysis.view.source import source_line
from analysis.view.topics.counts import count_rows, format_measure, label, tell_rule


def measure_frame(exploration: Exploration) -> pd.DataFrame:
    """Return one row a number of topics.

    Columns: count, topics, the eight measures (``analysis.theme.exploring.Measures``), restated
    (articles with another main theme than in the study), moved (articles that left their topic).
    """
    frame = pd.DataFrame(list(count_rows(exploration)))
    return frame.drop(columns=["splits", "merges", "moved_articles"])


def show_measure(
    exploration: Exploration, measure: str, catalogue: Catalogue, language: str
) -> Figure | None:
    """Return one measure over the numbers of topics; None where it was not taken."""
    frame = measure_frame(exploration)[["count", measure]].dropna()
    if frame.empty:
        return None
    frame[measure] = frame[measure].astype(float)
    chosen = apply_rule(measure, frame["count"].tolist(), frame[measure].tolist())
    finding = ""
    if len(frame) > 1 and chosen:
        finding = tell_rule(exploration, measure, chosen, language)
    own = catalogue.topic_shares.shape[1]
    here = frame.loc[frame["count"] == own, measure].tolist()
    if here:
        value = format_measure(measure, here[0])
        finding = f"{say('counts.here', language, count=own, value=value)}{finding}"
    return _draw(catalogue, frame, measure, language=language, finding=finding)


def show_restated(exploration: Exploration, catalogue: Catalogue, language: str) -> Figure:
    """Return how many articles change their main theme with the number of topics."""
    frame = measure_frame(exploration)[["count", "restated"]]
    most = frame.sort_values("restated", ascending=False, kind="stable").iloc[0]
    finding = say(
        "counts.restated",
        language,
        articles=len(exploration.articles),
        most=int(most["restated"]),
        count=int(most["count"]),
    )
    return _draw(catalogue, frame, "restated", language=language, finding=finding)


def _draw(
    catalogue: Catalogue, frame: pd.DataFrame, measure: str, *, language: str, finding: str
) -> Figure:
    formats = {"effective": "weight", "restated": "count"}
    return Figure(
        name=f"measure-{measure}",
        title=say(f"measure.{measure}", language),
        subtitle=f"{say(f'measure.note.{measure}', language)} {finding}".strip(),
        kind="lines",
        frame=frame,
        category="count",
        value=measure,
        value_label=say("axis.by_count", language, measure=say(f"measure.{measure}", language)),
        value_format=formats.get(measure, "score"),
        source=source_line(catalogue, select_rows(catalogue, Selection()), language),
        alt=finding,
        language=language,
    )


def step_frame(exploration: Exploration, language: str) -> pd.DataFrame:
    """Return one row for each topic that splits, merges, comes or goes between two fits.

    Columns: from, to (numbers of topics), change, before, after (labels of topics).
    """
    rows: list[tuple[int, int, str, str, str]] = []
    pause = say("told.between", language)
    for number, step in enumerate(exploration.steps):
        one, two = exploration.fits[number], exploration.fits[number + 1]
        ends = one.count, two.count
        for topic, parts in step.splits:
            after = pause.join(label(two, part) for part in parts)
            rows.append((*ends, "split", label(one, topic), after))
        for topic, parts in step.merges:
            before = pause.join(label(one, part) for part in parts)
            rows.append((*ends, "merge", before, label(two, topic)))
        rows += [(*ends, "new", "", label(two, topic)) for topic in step.new]
        rows += [(*ends, "gone", label(one, topic), "") for topic in step.gone]
    frame = pd.DataFrame(rows, columns=["from", "to", "change", "before", "after"])
    frame["change"] = [say(f"step.{change}", language) for change in frame["change"]]
    return frame


def moved_frame(
    exploration: Exploration, number: int, catalogue: Catalogue, language: str
) -> pd.DataFrame:
    """Return the articles that left their topic between fit ``number`` and the next.

    Columns: article_id, headline, before, after (labels of topics).
    """
    one, two = exploration.fits[number], exploration.fits[number + 1]
    moved = list(exploration.steps[number].moved)
    every = article_frame(catalogue, select_rows(catalogue, Selection()), language)
    headlines = dict(zip(every["article_id"], every["headline"], strict=True))
    # Captions are placed among the topics too, but no list of articles shows them.
    shown = [row for row in moved if exploration.articles[row] in headlines]
    return pd.DataFrame(
        {
            "article_id": [exploration.articles[row] for row in shown],
            "headline": [headlines[exploration.articles[row]] for row in shown],
            "before": [label(one, one.main[row]) for row in shown],
            "after": [label(two, two.main[row]) for row in shown],
        }
    )
