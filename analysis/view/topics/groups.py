"""What belongs to no named theme, in groups of topics that the same articles speak of."""

import pandas as pd

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.study.select import select_rows
from analysis.study.tables import read_table
from analysis.theme.groups import group_topics
from analysis.theme.records import OTHER
from analysis.view.frames import topic_frame, weigh_terms

_TERMS = 10


def group_frame(catalogue: Catalogue, language: str) -> pd.DataFrame:
    """Return the groups of the topics of no named theme, largest first; whole study, none hidden.

    Columns: group (the label of its largest topic, and how many others there are), articles
    (articles' worth of its topics, as far as they belong to no theme), terms (the strongest of all
    its topics by their sizes), topics (their labels, largest first).
    """
    found = read_table(catalogue.study.folder, "topics").to_pandas()
    mine = ((found["theme"] == OTHER) & ~found["hidden"]).to_numpy()
    shares, topics = catalogue.topic_shares[:, mine], found[mine].reset_index(drop=True)
    everything = select_rows(catalogue, Selection())
    worth = topic_frame(catalogue, everything, OTHER).set_index("topic_id")["articles"]
    # As the chart of the topics has them: what a topic gives to a named theme is not counted here.
    sizes = topics["topic_id"].map(worth).to_numpy()
    rows = []
    for group in group_topics(shares, sizes):
        own = list(group)
        labels = topics["label"][own].tolist()
        pull = dict(zip(topics["topic_id"][own], sizes[own].tolist(), strict=True))
        terms = list(weigh_terms(catalogue.study, pull))[:_TERMS]
        rows.append(
            (
                _name_group(labels, language),
                float(sizes[own].sum()),
                " ".join(terms),
                say("told.listed", language).join(labels),
            )
        )
    return pd.DataFrame(rows, columns=["group", "articles", "terms", "topics"])


def _name_group(labels: list[str], language: str) -> str:
    others = len(labels) - 1
    return say("groups.name", language, label=labels[0], n=others) if others else labels[0]
