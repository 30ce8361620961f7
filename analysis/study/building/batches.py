"""A piece of work done: its pages cut, edited and laid out in tables, in a folder of its own."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pyarrow as pa

from analysis.press.article import split_page
from analysis.press.cutting import cut_file
from analysis.press.edits import Edit, only_pages, read_edit, read_edits, write_edit
from analysis.press.errors import SamePage
from analysis.press.mending import Misfit, apply_edits
from analysis.press.readers.stories import make_cut
from analysis.press.records import PageCut
from analysis.study.building.dealing import Piece, Told, tell_failure, word_error
from analysis.study.building.workshop import Workshop, name_batch
from analysis.study.corpus import Corpus
from analysis.study.drafts import read_draft, write_draft
from analysis.study.filling import page_tables
from analysis.study.records import Failure

OF_PAGES = ("pages", "articles", "notes", "furniture", "cuts")
"""The tables that pages are laid out in."""

_META = "batch.json"
Edits = Mapping[str, Sequence[Edit]]
"""The edits of pages, by page."""

Cut = tuple[int, PageCut | Failure]
"""A page, or what could not be used, with the number of its file in the piece."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What a finished piece tells: the tables lie in ``folder``.

    ``jumping`` are the pages whose articles go on elsewhere or come from there; ``failures`` have
    the number of the file in its piece.
    """

    folder: Path
    pages: int
    articles: int
    jumping: tuple[str, ...] = ()
    failures: tuple[Told, ...] = ()
    misfits: tuple[Misfit, ...] = ()

    def read(self, name: str, columns: Sequence[str] | None = None) -> pa.Table:
        """Return a table of the batch, or some columns of it."""
        return read_draft(self.folder, name, columns)


@dataclass(frozen=True, slots=True)
class Cutting:
    """The order to cut a piece; ``edits`` are those of all pages. It travels to a worker."""

    workshop: Workshop
    key: str
    piece: Piece
    edits: Edits


def sort_edits(edits: Sequence[Mapping[str, Any]]) -> Edits:
    """Return the edits of a recipe that are about the cut of pages, by page, in their order."""
    by_page: dict[str, list[Edit]] = defaultdict(list)
    for edit in only_pages(read_edits(edits)):
        by_page[edit.page].append(edit)
    return dict(by_page)


def order_cutting(workshop: Workshop, piece: Piece, edits: Edits) -> Cutting:
    """Return the order to cut a piece; what is finished already is not sent anywhere."""
    key = name_batch(piece.made_of, edits)
    if workshop.is_finished(key):
        piece = replace(piece, files=(), rows=())
    return Cutting(workshop, key, piece, edits)


def cut_batch(order: Cutting) -> Batch:
    """Cut a piece where it is not cut yet, and return what its batch tells."""

    def fill(folder: Path) -> None:
        _fill(folder, order.piece, order.edits)

    return read_batch(order.workshop.fill(order.key, fill))


def cut_piece(piece: Piece) -> Iterator[Cut]:
    """Yield the pages of a piece, cut, and what could not be used."""
    for story in piece.rows:
        yield 0, make_cut(*story)
    for number, file in enumerate(piece.files):
        for one in cut_file(file, split_page):
            yield number, one if isinstance(one, PageCut) else word_error(one, file.source)


def _fill(folder: Path, piece: Piece, edits: Edits) -> None:
    found = list(leave_twins(cut_piece(piece)))
    kept = tuple(one for _, one in found if isinstance(one, PageCut))
    done = [apply_edits(cut, edits.get(cut.page.id, ())) for cut in kept] if edits else []
    cuts = tuple(cut for cut, _ in done) if edits else kept
    corpus = Corpus(cuts, uncorrected=kept)
    for name, table in page_tables(corpus).items():
        write_draft(table, folder, name)
    told = {
        "pages": len(cuts),
        "articles": len(corpus.articles),
        "jumping": _list_jumping(cuts),
        "failures": [(n, tell_failure(one)) for n, one in found if isinstance(one, Failure)],
        "misfits": [_dump_misfit(misfit) for _, misfits in done for misfit in misfits],
    }
    (folder / _META).write_text(json.dumps(told), encoding="utf-8")


def leave_twins(found: Iterable[Cut]) -> Iterator[Cut]:
    """Yield what was cut with pages that came before as failures, so that they count once."""
    first: dict[str, str] = {}
    for number, one in found:
        if isinstance(one, PageCut):
            page, source = one.page.id, one.page.source
            if page in first:
                yield number, word_error(SamePage(source=source, first=first[page]), source)
                continue
            first[page] = source
        yield number, one


def _list_jumping(cuts: Sequence[PageCut]) -> list[str]:
    jumping = (
        cut.page.id
        for cut in cuts
        if any(article.continued_to or article.continued_from for article in cut.articles)
    )
    return list(dict.fromkeys(jumping))


def _dump_misfit(misfit: Misfit) -> dict[str, Any]:
    return {"edit": write_edit(misfit.edit), "zh": misfit.zh, "en": misfit.en}


def _load_misfit(said: Mapping[str, Any]) -> Misfit:
    (edit,) = only_pages([read_edit(said["edit"])])
    return Misfit(edit, said["zh"], said["en"])


def read_batch(folder: Path) -> Batch:
    """Return what a finished batch tells."""
    told = json.loads((folder / _META).read_text(encoding="utf-8"))
    return Batch(
        folder,
        pages=told["pages"],
        articles=told["articles"],
        jumping=tuple(told["jumping"]),
        failures=tuple((number, Failure(**said)) for number, said in told["failures"]),
        misfits=tuple(map(_load_misfit, told["misfits"])),
    )
