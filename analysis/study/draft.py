"""A study in the making, or one that changes: tables in memory go before those of its folder."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from analysis.study.groups import find_places, read_at
from analysis.study.matrices import spread_long
from analysis.study.tables import read_table

Places = Sequence[int] | NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Draft:
    """Tables, wherever they are. Of those in the folder only what is asked for is read.

    ``shares`` are matrices of "article_topics" and "article_themes", (n_articles, n_columns), where
    they are known already: in the order of the articles and of the tables of topics and affinities.
    """

    folder: Path
    tables: Mapping[str, pa.Table]
    shares: Mapping[str, NDArray[np.float64]] = field(default_factory=dict)

    def read(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """Return a table, or some columns of it; errors as ``read_table`` says."""
        if name not in self.tables:
            return read_table(self.folder, name, columns)
        table = self.tables[name]
        return table if columns is None else table.select(list(columns))

    def take(self, name: str, places: Places, columns: Sequence[str]) -> pa.Table:
        """Return the rows of a table at some places, in their order."""
        if name not in self.tables:
            return read_at(self.folder, name, places, columns)
        return self.tables[name].select(list(columns)).take(pa.array(places, type=pa.int64()))

    def find(
        self, name: str, column: str, values: Collection[str], columns: Sequence[str]
    ) -> list[dict[str, Any]]:
        """Return the rows whose ``column`` is one of some values, in the order of the table."""
        places = find_places(self.read(name, [column])[column], values)
        rows: list[dict[str, Any]] = self.take(name, places, columns).to_pylist()
        return rows

    def spread(self, name: str) -> NDArray[np.float64]:
        """Return "article_topics" or "article_themes" as a matrix, (n_articles, n_columns)."""
        if name in self.shares:
            return self.shares[name]
        ids = self.read("articles", ["article_id"])["article_id"]
        return spread_long(self.read(name), ids, self.list_columns(name))

    def list_columns(self, name: str) -> list[Any]:
        """Return the topics or themes that the columns of ``spread`` are."""
        if name == "article_topics":
            topics: list[Any] = self.read("topics", ["topic_id"])["topic_id"].to_pylist()
            return topics
        themes = self.read("topic_themes", ["theme"])["theme"].to_pylist()
        return list(dict.fromkeys(themes))
