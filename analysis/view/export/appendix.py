"""The end of a report: how it was made, by which settings, from what, and what to be careful of."""

from collections.abc import Iterator
from dataclasses import dataclass

from analysis.press.edits import read_edits
from analysis.resources import say
from analysis.study.groups import read_rows
from analysis.study.records import Study
from analysis.theme.vocabulary import read_words
from analysis.view.export.notes import list_settings
from analysis.view.export.parcel import Parcel
from analysis.view.reading.pages import list_places, name_edit
from analysis.view.topics.edits import name_topic_edits
from analysis.view.topics.modelling import list_alarms

_LISTS = ("stop", "press", "user")
_STEPS = ("pages", "words", "topics", "themes", "share", "stability", "care")
# A report names inputs and words to be checked; the recipe holds them all.
_MOST_INPUTS, _MOST_WORDS = 60, 80


@dataclass(frozen=True, slots=True)
class Appendix:
    """What stands behind the numbers of a report, each ready to be read.

    ``settings`` are name, value and name in recipe.json; ``inputs`` source and digest,
    ``more_inputs`` how many are left out.
    """

    method: tuple[str, ...]
    settings: tuple[tuple[str, str, str], ...]
    words: tuple[str, ...]
    edits: tuple[str, ...]
    alarms: tuple[str, ...]
    failures: tuple[str, ...]
    inputs: tuple[tuple[str, str], ...]
    more_inputs: int


def make_appendix(parcel: Parcel) -> Appendix:
    """Return the end of the report of a selection."""
    study, language = parcel.catalogue.study, parcel.language
    inputs = [(item.source, item.digest) for item in study.recipe.inputs]
    return Appendix(
        method=tuple(_tell_method(study, language)),
        settings=tuple(_tell_settings(study, language)),
        words=tuple(_tell_words(study, language)),
        edits=tuple(_tell_edits(study, language)),
        alarms=tuple(list_alarms(parcel.catalogue, language)),
        failures=tuple(one[language] for item in study.recipe.inputs for one in item.failures),
        inputs=tuple(inputs[:_MOST_INPUTS]),
        more_inputs=max(len(inputs) - _MOST_INPUTS, 0),
    )


def _tell_method(study: Study, language: str) -> Iterator[str]:
    settings = study.recipe.settings
    for step in _STEPS:
        yield say(
            f"report.method.{step}",
            language,
            length=settings.passage_length,
            until=f"{settings.passages_until:,}",
            resamples=settings.resamples,
            seed=settings.seed,
        )


def _tell_settings(study: Study, language: str) -> Iterator[tuple[str, str, str]]:
    for name, called, value in list_settings(study, language):
        yield called, value, name


def _tell_words(study: Study, language: str) -> Iterator[str]:
    """Yield how the lists of words differ from those that come with the program."""
    ours, own = read_words(), study.recipe.words
    for name in _LISTS:
        before, after = getattr(ours, name), getattr(own, name)
        changes = {
            "add": [word for word in after if word not in set(before)],
            "drop": [word for word in before if word not in set(after)],
        }
        for change, words in changes.items():
            if words:
                yield say(
                    f"words.change.{change}",
                    language,
                    list=say(f"words.list.{name}", language),
                    words=_list_words(words, language),
                )


def _list_words(words: list[str], language: str) -> str:
    listed = say("told.listed", language).join(words[:_MOST_WORDS])
    left = len(words) - _MOST_WORDS
    return say("report.more", language, listed=listed, n=left) if left > 0 else listed


def _tell_edits(study: Study, language: str) -> Iterator[str]:
    edits = read_edits(study.recipe.edits)
    pages = {place.page for edit in edits for place in list_places(edit)}
    rows = read_rows(study.folder, "pages", pages) if pages else []
    texts = {row["page_id"]: row["text"] for row in rows}
    for edit in edits:
        yield name_edit(edit, texts, language)
    yield from name_topic_edits(study, language)
