"""Which articles of a study a selection means."""

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from numpy.typing import NDArray

from analysis.press.script import simplify
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.study.tables import read_table

Mask = NDArray[np.bool_]


def select_rows(catalogue: Catalogue, selection: Selection) -> Mask:
    """Return which rows of the catalogue a selection means, shape ``(n_articles,)``.

    Only items of kind "article" are meant: photo captions and notices are counted apart. Where
    copies count once, the earliest of those that newspaper and search leave stands for its story;
    themes are asked of it, so that the counts of the themes add up.
    """
    articles = catalogue.articles
    keep = _are_in(articles["kind"], ("article",))
    if selection.newspapers:
        keep &= _are_in(articles["newspaper"], selection.newspapers)
    if selection.search.split():
        keep &= _match_words(catalogue, selection.search)
    if selection.copies == "once":
        keep &= ~_follow_others(catalogue, keep)
    if selection.themes:
        wanted = [n for n, name in enumerate(catalogue.themes) if name in selection.themes]
        keep &= np.isin(catalogue.main, wanted)
    return keep


def _follow_others(catalogue: Catalogue, rows: Mask) -> Mask:
    """Return which of the rows are copies of an earlier one among them."""
    members = np.flatnonzero(rows & (catalogue.groups >= 0))
    members = members[np.argsort(catalogue.printed[members], kind="stable")]
    _, first = np.unique(catalogue.groups[members], return_index=True)
    later = np.zeros_like(rows)
    later[np.delete(members, first)] = True
    return later


def _are_in(column: pa.ChunkedArray, values: tuple[str, ...]) -> Mask:
    found = pc.is_in(column, pa.array(values, type=pa.string()))
    return np.array(found.to_numpy(), dtype=np.bool_)


def _match_words(catalogue: Catalogue, search: str) -> Mask:
    """Return which articles hold every word of ``search`` (divided by white space), case aside.

    A word is found as it is printed, and in simplified characters whichever the text is in.
    """
    table = read_table(catalogue.study.folder, "articles", ["text", "plain"])
    plain = pc.coalesce(table["plain"], table["text"])
    keep = np.ones(len(table), dtype=np.bool_)
    for word in search.split():
        printed = pc.match_substring(table["text"], word, ignore_case=True)
        turned = pc.match_substring(plain, simplify(word), ignore_case=True)
        keep &= pc.or_(printed, turned).to_numpy()
    return keep
