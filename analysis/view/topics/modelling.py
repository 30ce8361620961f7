"""How good the topics of a study are, as tidy frames for the page 模型."""

from collections.abc import Iterable

import pandas as pd

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.judging import Judged
from analysis.study.tables import read_table
from analysis.theme.stability import name_level
from analysis.view.frames import name_themes


def list_alarms(catalogue: Catalogue, language: str, *, theme: str | None = None) -> list[str]:
    """Return each alarm of the topics, or of those of one theme: topic, reason and what to do."""
    rows = read_table(catalogue.study.folder, "topics", ["theme", "label", "hidden", "alarms"])
    return [
        say(
            "alarm.told",
            language,
            label=row["label"],
            alarm=say(f"alarm.{code}", language),
            advice=say(f"alarm.advice.{code}", language),
        )
        for row in rows.to_pylist()
        if not row["hidden"] and theme in (None, row["theme"])
        for code in row["alarms"]
    ]


def quality_frame(
    catalogue: Catalogue, language: str, judged: Judged | None = None
) -> pd.DataFrame:
    """Return every topic of the study, largest first, without those that are hidden.

    Columns: topic_id, label, theme (the one it belongs to most), size (articles' worth), articles
    (whose main topic it is), effective (articles that it rests on), level (of stability, in words),
    stability (0-1), coherence (-1 to 1), exclusivity (0-1), junk (0-1), alarms (why it is probably
    no subject, in words; "" where nothing speaks so).

    Parameters
    ----------
    judged : Judged, optional
        The stability where the build did not measure it.
    """
    names = name_themes(catalogue.study, language)
    frame: pd.DataFrame = read_table(catalogue.study.folder, "topics").to_pandas()
    frame = frame[~frame["hidden"]]
    alarms = [_name_alarms(codes, language) for codes in frame["alarms"]]
    frame = frame.assign(theme=frame["theme"].map(names), alarms=alarms)
    if judged:
        frame["stability"] = frame["topic_id"].map(dict(judged.topics))
    found = [None if pd.isna(one) else float(one) for one in frame["stability"]]
    frame["level"] = [
        "" if one is None else say(f"level.{name_level(one)}", language) for one in found
    ]
    columns = ["topic_id", "label", "theme", "size", "articles", "effective", "level"]
    measures = ["stability", "coherence", "exclusivity", "junk", "alarms"]
    ranked = frame.sort_values("size", ascending=False, kind="stable")
    listed: pd.DataFrame = ranked[[*columns, *measures]].reset_index(drop=True)
    return listed


def _name_alarms(codes: Iterable[str], language: str) -> str:
    joint = say("told.listed", language)
    return joint.join(say(f"alarm.{code}", language) for code in codes)
