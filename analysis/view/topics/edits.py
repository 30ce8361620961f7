"""Edits of topics in words, and what a refit changed as a table."""

from collections.abc import Mapping, Sequence

import pandas as pd

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.changes import Changes
from analysis.study.records import Study
from analysis.study.tables import read_table
from analysis.study.topics import list_topic_edits
from analysis.theme.edits import COUNT, TopicEdit, list_names
from analysis.theme.records import OTHER
from analysis.view.frames import article_frame, name_themes


def label_topics(study: Study) -> dict[int, str]:
    """Return what each topic of a study is called, by id, hidden ones too."""
    rows = read_table(study.folder, "topics", ["topic_id", "label"]).to_pylist()
    return {row["topic_id"]: row["label"] for row in rows}


def name_topic(topic: int, labels: Mapping[int, str]) -> str:
    """Return a topic's id and what it is called, where it is there."""
    return f"{topic} {labels[topic]}" if topic in labels else str(topic)


def name_topic_edit(edit: TopicEdit, labels: Mapping[int, str], language: str) -> str:
    """Return an edit of topics in a sentence; ``labels`` are the topics' by id."""
    if edit.edit == COUNT and not edit.number:
        return say("changes.edit.count.rule", language)
    comma = say("told.listed", language)
    theme = edit.theme or ""
    if theme == OTHER:
        theme = say("theme.other", language)
    # Numbers are what the program calls the lists of words; the texts have names for them.
    name = edit.name or ""
    if edit.words and not theme:
        name = say(f"changes.list.{name}", language)
    return say(
        f"changes.edit.{edit.edit}",
        language,
        topic=name_topic(edit.topic or 0, labels),
        others=comma.join(name_topic(one, labels) for one in edit.others or ()),
        n=len(edit.others or ()),
        name=name,
        theme=theme,
        words=comma.join(edit.words or ()),
        number=edit.number or 0,
    )


def name_topic_edits(study: Study, language: str) -> tuple[str, ...]:
    """Return the edits of topics of a study in sentences, in their order.

    Each calls its topics as they were called when it was made: a new name is no name of what was
    renamed to it.
    """
    rows = read_table(study.folder, "topics", ["topic_id", "found_label"]).to_pylist()
    labels = {row["topic_id"]: row["found_label"] for row in rows}
    told = []
    for edit in list_topic_edits(study):
        told.append(name_topic_edit(edit, labels, language))
        labels |= list_names([edit])
    return tuple(told)


def moved_frame(catalogue: Catalogue, changes: Changes, language: str) -> pd.DataFrame:
    """Return the articles whose main theme is another now.

    Columns: article_id, headline, before, after (what the themes are called).
    """
    moved = {one.article_id: one for one in changes.moved}
    everything = catalogue.main == catalogue.main
    frame = article_frame(catalogue, everything, language)
    listed = frame[frame["article_id"].isin(list(moved))][["article_id", "headline"]]
    names = name_themes(catalogue.study, language)

    def call(themes: Sequence[str | None]) -> list[str]:
        # A theme that was taken out is called as it was.
        return [names.get(theme, theme) if theme else "" for theme in themes]

    ids = listed["article_id"]
    return listed.assign(
        before=call([moved[one].before for one in ids]),
        after=call([moved[one].after for one in ids]),
    ).reset_index(drop=True)
