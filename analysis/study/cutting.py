"""Inputs to a corpus: every page read and cut, every failure kept, always in the same order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import PurePath

from analysis.errors import InputError, SamePage
from analysis.press.article import split_page
from analysis.press.inputs import Input, load_page
from analysis.press.records import Article, PageCut
from analysis.study.engine import LOCAL, Engine, map_items
from analysis.study.recipe import RecipeInput
from analysis.study.records import Failure, Report


@dataclass(frozen=True, slots=True)
class Corpus:
    """The pages of a study in their order, what was given, and what could not be used."""

    cuts: tuple[PageCut, ...]
    inputs: tuple[RecipeInput, ...]
    failures: tuple[Failure, ...]

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
    done: list[tuple[RecipeInput, PageCut | Failure]] = []
    for result in map_items(_cut_input, inputs, engine):
        done.append(result)
        if report:
            report("pages", len(done), len(inputs))
    return _gather(done, known or {})


def _cut_input(item: Input) -> tuple[RecipeInput, PageCut | Failure]:
    given = RecipeInput(item.source, "", dict(item.facts))
    try:
        given = replace(given, digest=sha256(item.read()).hexdigest())
        cut = split_page(load_page(item))
    except InputError as error:
        return _fail(given, error)
    return given, cut


def _fail(given: RecipeInput, error: InputError) -> tuple[RecipeInput, Failure]:
    failure = Failure(given.source, error.tell("zh"), error.tell("en"))
    return replace(given, failure={"zh": failure.zh, "en": failure.en}), failure


def _gather(
    done: Iterable[tuple[RecipeInput, PageCut | Failure]], known: Mapping[str, str]
) -> Corpus:
    ordered = sorted(done, key=lambda pair: (_name(pair[0].source), pair[0].digest, pair[0].source))
    unique = list(_without_twins(ordered, known))
    return Corpus(
        cuts=tuple(result for _, result in unique if isinstance(result, PageCut)),
        inputs=tuple(given for given, _ in unique),
        failures=tuple(result for _, result in unique if isinstance(result, Failure)),
    )


def _without_twins(
    ordered: Iterable[tuple[RecipeInput, PageCut | Failure]], known: Mapping[str, str]
) -> Iterator[tuple[RecipeInput, PageCut | Failure]]:
    first = dict(known)
    for given, result in ordered:
        if isinstance(result, PageCut) and result.page.id in first:
            twin = SamePage(source=given.source, first=first[result.page.id])
            yield _fail(given, twin)
            continue
        if isinstance(result, PageCut):
            first[result.page.id] = given.source
        yield given, result


def _name(source: str) -> str:
    return PurePath(source.replace("\\", "/")).name
