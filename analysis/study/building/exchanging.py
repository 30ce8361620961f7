"""Rows of some pages exchanged in a table that is read piece by piece; all others stay in place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.study.groups import count_groups, read_group
from analysis.study.schemas import SCHEMAS

KEYS: Mapping[str, str] = {
    "pages": "page_id",
    "articles": "page_id",
    "furniture": "page_id",
    "cuts": "page_id",
    "notes": "article_id",
    "passages": "article_id",
    "article_parts": "article_id",
    "article_topics": "article_id",
    "article_themes": "article_id",
}
"""By what the rows of each table are known; an article's id begins with that of its page."""

PAGE_ID = 12
"""Characters: what the id of an article has of that of its page."""


def exchange_pages(
    pieces: Iterable[pa.Table],
    name: str,
    order: pa.Array,
    fresh: Mapping[str, pa.Table | None],
) -> Iterator[pa.Table]:
    """Yield the pieces of a table with the rows of some pages exchanged for fresh ones.

    Rows that stand among those of a page belong to it, whatever their own id says: the notes of a
    joined tail stand behind those of its head.

    Parameters
    ----------
    order : pyarrow.Array
        The pages of the table in their order, by id.
    fresh : mapping
        The new rows of each page that is exchanged, by its id; none where it is taken out.
    """
    waiting = {page: table for page, table in fresh.items() if table is not None}
    places = pc.index_in(pa.array(list(fresh), type=pa.string()), value_set=order).to_pylist()
    numbers = dict(zip(fresh, places, strict=True))
    # One place more: the last is that of rows that belong to no page.
    marked = np.zeros(len(order) + 1, dtype=np.bool_)
    marked[places] = True
    last = -1
    for piece in pieces:
        owners = _find_owners(piece, KEYS[name], order, last)
        last = int(owners[-1]) if len(owners) else last
        yield _exchange(piece, owners, marked, _choose(waiting, numbers, last))
    rest = [waiting[page] for page in sorted(numbers, key=numbers.__getitem__) if page in waiting]
    if rest:
        yield pa.concat_tables(rest)


def _find_owners(piece: pa.Table, key: str, order: pa.Array, last: int) -> NDArray[np.int64]:
    """Return the number of the page that each row stands among the rows of, -1 for none."""
    pages = pc.utf8_slice_codeunits(piece[key], 0, PAGE_ID)
    found = pc.index_in(pages, value_set=order)
    return np.asarray(pc.fill_null(pc.fill_null_forward(found), last), dtype=np.int64)


def _choose(
    waiting: dict[str, pa.Table], numbers: Mapping[str, int], last: int
) -> list[tuple[int, pa.Table]]:
    """Take out what is to stand no later than behind the rows of page ``last``."""
    due = [page for page, number in numbers.items() if page in waiting and number <= last]
    return [(numbers[page], waiting.pop(page)) for page in due]


def _exchange(
    piece: pa.Table,
    owners: NDArray[np.int64],
    marked: NDArray[np.bool_],
    due: Sequence[tuple[int, pa.Table]],
) -> pa.Table:
    stays = ~marked[owners]
    if stays.all() and not due:
        return piece
    kept = owners[stays]
    numbers = np.concatenate([kept, *(np.full(len(table), number) for number, table in due)])
    whole = pa.concat_tables([piece.filter(stays), *(table for _, table in due)])
    # Stable: the rows of a page stay in their order.
    return whole.take(np.argsort(numbers, kind="stable"))


@dataclass(frozen=True, slots=True)
class Old:
    """A study that batches are added to: its folder, its pages in their order, those that change.

    ``fresh`` are the new rows of each page that changes, by table and page.
    """

    folder: Path
    order: pa.Array
    fresh: Mapping[str, Mapping[str, pa.Table | None]] = field(default_factory=dict)

    @property
    def changed(self) -> frozenset[str]:
        """The pages that change."""
        return frozenset(page for pages in self.fresh.values() for page in pages)

    def read(self, name: str, columns: Sequence[str] | None = None) -> Iterator[pa.Table]:
        """Yield a table of the study, a group of rows at a time, with what changes exchanged."""
        names = SCHEMAS[name].names if columns is None else list(columns)
        groups = (
            read_group(self.folder, name, group, names)
            for group in range(count_groups(self.folder, name))
        )
        fresh = {
            page: None if table is None else table.select(names)
            for page, table in self.fresh.get(name, {}).items()
        }
        return exchange_pages(groups, name, self.order, fresh) if fresh else groups
