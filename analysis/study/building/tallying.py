"""A batch of articles counted: its words, its passages, its runs of characters, in files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import overload

import pyarrow as pa
import pyarrow.compute as pc

from analysis.study.arrays import map_arrays, write_arrays
from analysis.study.building.batches import Batch
from analysis.study.building.workshop import Workshop, name_batch
from analysis.study.copies.files import write_sample
from analysis.study.copies.samples import sample_texts
from analysis.study.drafts import read_draft, write_draft
from analysis.study.groups import list_plain, read_group
from analysis.study.laying import passage_table
from analysis.theme.batches import Counts, counts_arrays, counts_from_arrays
from analysis.theme.terms import count_terms
from analysis.theme.tokens import make_cutter

_COUNTS, SAMPLE = "counts.bin", "sample.bin"
_READ = ("article_id", "text", "plain", "body")


@dataclass(frozen=True, slots=True)
class Source:
    """Where the articles of a batch lie: in a draft, or in a group of rows of a study.

    ``key`` tells their content.
    """

    folder: Path
    key: str
    group: int | None = None

    def read(self, columns: Sequence[str]) -> pa.Table:
        """Return some columns of the articles."""
        if self.group is None:
            return read_draft(self.folder, "articles", columns)
        return read_group(self.folder, "articles", self.group, columns)


@dataclass(frozen=True, slots=True)
class Tallying:
    """The order to count a batch. It travels to a worker.

    ``user`` are the words that the cutter is given, ``length`` is that of passages in characters;
    ``whole`` says that the articles are to be fitted whole; ``sampled`` that copies are looked for.
    """

    workshop: Workshop
    source: Source
    user: tuple[str, ...]
    length: int
    whole: bool
    sampled: bool = True

    @property
    def key(self) -> str:
        """The name of what will be made."""
        how = (self.user, self.length, self.whole, self.sampled)
        return name_batch("counted", self.source.key, *how)


@dataclass(frozen=True, slots=True)
class Tally:
    """A batch that was counted, and the folder of what was found."""

    source: Source
    folder: Path
    articles: int
    passages: int

    def read_counts(self) -> Counts:
        """Return how often each term stands in the rows of the batch."""
        return counts_from_arrays(map_arrays(self.folder / _COUNTS))


def find_source(batch: Batch) -> Source:
    """Return where the articles of a batch lie."""
    return Source(batch.folder, batch.folder.name)


def tally_batch(order: Tallying) -> Tally:
    """Count a batch where it is not counted yet."""

    def fill(folder: Path) -> None:
        table = order.source.read(_READ)
        texts = list_plain(table)
        cutter = make_cutter(order.user)
        counts = count_terms(texts, cutter, length=order.length, whole=order.whole)
        write_arrays(counts_arrays(counts), folder / _COUNTS)
        ids = table["article_id"].to_pylist()
        write_draft(passage_table(ids, counts.owners, counts.spans), folder, "passages")
        if order.sampled:
            write_sample(sample_texts(_leave_heads(texts, table)), folder / SAMPLE)

    folder = order.workshop.fill(order.key, fill)
    arrays = map_arrays(folder / _COUNTS)
    return Tally(order.source, folder, int(arrays["n_articles"]), len(arrays["owners"]))


def read_bodies(table: pa.Table) -> list[str]:
    """Return the bodies of articles in simplified characters: text and plain text end with them."""
    return _leave_heads(list_plain(table), table)


def _leave_heads(texts: Sequence[str], table: pa.Table) -> list[str]:
    lengths = pc.utf8_length(table["body"]).to_pylist()
    return [text[len(text) - length :] for text, length in zip(texts, lengths, strict=True)]


class CountFiles(Sequence[Counts]):
    """The counts of batches, in their order, each read anew whenever it is asked for."""

    def __init__(self, tallies: Sequence[Tally]) -> None:
        self._tallies = tallies

    def __len__(self) -> int:
        return len(self._tallies)

    @overload
    def __getitem__(self, at: int) -> Counts: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Counts]: ...
    def __getitem__(self, at: int | slice) -> Counts | Sequence[Counts]:
        """Return the counts at a place, or those of a range."""
        if isinstance(at, slice):
            return CountFiles(self._tallies[at])
        return self._tallies[at].read_counts()
