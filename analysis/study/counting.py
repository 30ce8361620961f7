"""The words of a study counted article by article, in batches."""

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.compute as pc

from analysis.study.explain import load_model
from analysis.study.records import Report, Study
from analysis.study.tables import read_table
from analysis.theme.counting import TermCounts, count_batches, stack_counts
from analysis.theme.tokens import make_cutter

# Texts cut at once: their tokens are held as numbers until they are counted.
_BATCH = 2_000


def count_study(study: Study, report: Report) -> TermCounts:
    """Count the terms of a study's model in each of its articles, in the order of the table.

    The same words as the model counts, cut by the same cutter. Nothing is written.

    Raises
    ------
    DamagedStudy
        When the model or the table of articles cannot be read.
    """
    terms = load_model(study).terms
    cutter = make_cutter(study.recipe.words.user)
    table = read_table(study.folder, "articles", ["text", "plain"])
    texts = pc.coalesce(table["plain"], table["text"])
    parts = []
    for counts in count_batches(_cut_batches(texts), terms, cutter):
        parts.append(counts)
        report("counting", min(len(parts) * _BATCH, len(texts)), len(texts))
    return stack_counts(terms, parts)


def _cut_batches(texts: pa.ChunkedArray) -> Iterator[list[str]]:
    for start in range(0, len(texts), _BATCH):
        yield texts.slice(start, _BATCH).to_pylist()
