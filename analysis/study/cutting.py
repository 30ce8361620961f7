"""Inputs to a corpus: every page read and cut, every failure kept, always in the same order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import PurePath
from typing import Any

from analysis.errors import InputError
from analysis.press.article import split_page
from analysis.press.errors import SamePage
from analysis.press.inputs import Input, cut_input
from analysis.press.records import Article, PageCut
from analysis.press.stories import Link
from analysis.study.engine import LOCAL, Engine, map_items
from analysis.study.parcels import refuse_parcel
from analysis.study.recipe import RecipeInput
from analysis.study.records import Failure, Report


@dataclass(frozen=True, slots=True)
class Corpus:
    """The pages of a study in their order, what was given, and what could not be used.

    ``uncorrected`` are the same pages as they were before edits and before stories were joined;
    ``links`` are stories that probably jump from one article to another and were not joined;
    ``misfits`` are the edits about such stories that fit nothing.
    """

    cuts: tuple[PageCut, ...]
    inputs: tuple[RecipeInput, ...] = ()
    failures: tuple[Failure, ...] = ()
    uncorrected: tuple[PageCut, ...] = ()
    links: tuple[Link, ...] = ()
    misfits: tuple[Mapping[str, Any], ...] = ()

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, page by page, each page's in the order of their first characters."""
        return tuple(article for cut in self.cuts for article in cut.articles)


def cut_inputs(
    inputs: Sequence[Input],
    *,
    engine: Engine = LOCAL,
    report: Report | None = None,
    known: Mapping[str, str] | None = None,
) -> Corpus:
    """Read and cut every input; what fails is kept as a failure and the rest goes on.

    The order of ``inputs`` does not matter: pages are put in the order of their file names.
    ``known`` are pages that are there already, id to source: they are told and left out.
    """
    done: list[_Read] = []
    if report:
        # One input may be a table of thousands: its reading has begun long before it is done.
        report("pages", 0, len(inputs))
    for result in map_items(_read_input, inputs, engine):
        done.append(result)
        if report:
            report("pages", len(done), len(inputs))
    return _gather(done, known or {})


@dataclass(frozen=True, slots=True)
class _Read:
    """One input and what its pages gave; errors are put in words where they happen.

    (An error does not travel between processes, a record does.)
    """

    given: RecipeInput
    results: tuple[PageCut | Failure, ...]


def _read_input(item: Input) -> _Read:
    given = RecipeInput(
        item.source, "", dict(item.facts), columns=dict(item.columns), encoding=item.encoding
    )
    try:
        given = replace(given, digest=sha256(item.read()).hexdigest())
        refuse_parcel(item)
    except InputError as error:
        return _Read(given, (_word(error, item.source),))
    results = tuple(
        result if isinstance(result, PageCut) else _word(result, item.source)
        for result in cut_input(item, split_page)
    )
    return _Read(given, results)


def _word(error: InputError, source: str) -> Failure:
    return Failure(str(error.facts.get("source", source)), error.tell("zh"), error.tell("en"))


def _gather(done: Iterable[_Read], known: Mapping[str, str]) -> Corpus:
    reads = list(_without_twins(sorted(done, key=_place_input), known))
    results = [result for read in reads for result in read.results]
    return Corpus(
        cuts=tuple(result for result in results if isinstance(result, PageCut)),
        inputs=tuple(_tell_failures(read) for read in reads),
        failures=tuple(result for result in results if isinstance(result, Failure)),
    )


def _without_twins(reads: Iterable[_Read], known: Mapping[str, str]) -> Iterator[_Read]:
    """Yield the inputs with pages that came before as failures, so that they count once."""
    first = dict(known)
    for read in reads:
        told: list[PageCut | Failure] = []
        for result in read.results:
            if isinstance(result, Failure):
                told.append(result)
            elif (before := first.get(result.page.id)) is not None:
                source = result.page.source
                told.append(_word(SamePage(source=source, first=before), source))
            else:
                first[result.page.id] = result.page.source
                told.append(result)
        yield replace(read, results=tuple(told))


def _tell_failures(read: _Read) -> RecipeInput:
    failures = (asdict(result) for result in read.results if isinstance(result, Failure))
    return replace(read.given, failures=tuple(failures))


def _place_input(read: _Read) -> tuple[str, str, str]:
    """Order inputs by the names of their files, wherever those lie."""
    source = read.given.source
    return PurePath(source.replace("\\", "/")).name, read.given.digest, source
