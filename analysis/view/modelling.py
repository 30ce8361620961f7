"""How good the topics of a study are, as tidy frames for the page 模型."""

import pandas as pd

from analysis.study.catalogue import Catalogue
from analysis.study.tables import read_table
from analysis.view.frames import name_themes


def quality_frame(catalogue: Catalogue, language: str) -> pd.DataFrame:
    """Return every topic of the study, largest first, without those that are hidden.

    Columns: topic_id, label, theme (the one it belongs to most), size (articles' worth),
    stability (0-1), coherence (-1 to 1), exclusivity (0-1), junk (0-1).
    """
    names = name_themes(catalogue.study, language)
    frame: pd.DataFrame = read_table(catalogue.study.folder, "topics").to_pandas()
    frame = frame[~frame["hidden"]]
    frame = frame.assign(theme=frame["theme"].map(names))
    columns = ["topic_id", "label", "theme", "size"]
    measures = ["stability", "coherence", "exclusivity", "junk"]
    ranked = frame.sort_values("size", ascending=False, kind="stable")
    listed: pd.DataFrame = ranked[[*columns, *measures]].reset_index(drop=True)
    return listed
