"""What topics are called on the screen: their label, and how many stories print it where."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.tables import read_table

# A share that rounds to 0 % is no part of an article.
_TRACE = 0.005


@dataclass(frozen=True, slots=True)
class ArticleTopic:
    """A topic of one article: its column, its name, the theme it belongs to most, its share."""

    topic_id: int
    column: int
    name: str
    theme: str
    share: float


def name_topic(row: Mapping[Hashable, Any], language: str) -> str:
    """Return the label of a row of topics, with the number of headlines or sentences that print it.

    A name that a reader gave is not counted.

    Examples
    --------
    >>> row = {"label": "养老服务", "found_label": "养老服务", "label_count": 3}
    >>> name_topic({**row, "label_where": "headlines"}, "zh")
    '养老服务（3 篇标题）'
    >>> name_topic({**row, "label": "老有所养", "label_where": "headlines"}, "zh")
    '老有所养'
    """
    printed = row["label_where"] in ("headlines", "sentences")
    if not printed or row["label"] != row["found_label"]:
        return str(row["label"])
    key = f"label.{row['label_where']}"
    return say(key, language, label=row["label"], n=int(row["label_count"]))


def list_article_topics(catalogue: Catalogue, at: int, language: str) -> list[ArticleTopic]:
    """Return the topics of the article of row ``at``, largest first; traces are left out."""
    rows = read_table(catalogue.study.folder, "topics").to_pylist()
    shares = catalogue.topic_shares[at].tolist()
    found = [
        ArticleTopic(row["topic_id"], column, name_topic(row, language), row["theme"], share)
        for column, (row, share) in enumerate(zip(rows, shares, strict=True))
        if share >= _TRACE
    ]
    return sorted(found, key=lambda one: (-one.share, one.topic_id))


def write_large(number: int, language: str) -> str:
    """Return a count as a reader takes it in: from a million on in 万, or in millions.

    Examples
    --------
    >>> write_large(74545, "zh"), write_large(36710234, "zh"), write_large(36710234, "en")
    ('74,545', '3,671 万', '36.7 M')
    """
    if number < 1_000_000:
        return f"{number:,}"
    told = f"{number / 10_000:,.0f}" if language == "zh" else f"{number / 1_000_000:,.1f}"
    return say("number.large", language, n=told)
