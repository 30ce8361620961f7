"""What files that are taken away say of themselves: the study, the selection, how it was made."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Study
from analysis.study.select import Mask
from analysis.view.source import source_line
from analysis.view.topics.counts import tell_count

Lines = tuple[tuple[str, str], ...]


def tell_parcel(
    catalogue: Catalogue, rows: Mask, language: str, *, asked: Mapping[str, str]
) -> Lines:
    """Return what is told of a selection of a study: a name and its words, line by line.

    ``asked`` says what is "selected" and "compared", in words, and the "date"; what is "" is not
    told.
    """
    study, between = catalogue.study, say("told.between", language)
    told = {
        "study": study.name,
        "selected": asked["selected"],
        "compared": asked["compared"],
        "source": source_line(catalogue, rows, language),
        "topics": tell_count(study, language),
        "settings": between.join(
            f"{name} = {value}" for _, name, value in list_settings(study, language)
        ),
        "seed": str(study.recipe.settings.seed),
        "versions": between.join(f"{name} {one}" for name, one in study.recipe.versions.items()),
        "digest": study.digest,
        "date": asked["date"],
    }
    return tuple((say(f"about.{name}", language), words) for name, words in told.items() if words)


def list_settings(study: Study, language: str) -> Iterator[tuple[str, str, str]]:
    """Yield every setting: its name in recipe.json, what it is called on the screen, its value."""
    for name, value in asdict(study.recipe.settings).items():
        written = say("setting.rule", language) if value is None else _write_setting(name, value)
        yield name, say(f"setting.{name}", language), written


def _write_setting(name: str, value: float) -> str:
    # The seed is a name and not a number of anything.
    return str(value) if name == "seed" else f"{value:,}"


def write_notes(
    told: Sequence[tuple[str, str]], files: Iterable[tuple[str, str]], language: str
) -> str:
    """Return the text that lies beside the files: what is told, and what each file is."""
    lines = [say("parcel.notes.title", language), ""]
    lines += [say("about.line", language, name=name, words=words) for name, words in told]
    lines += ["", say("parcel.notes.files", language)]
    lines += [say("about.line", language, name=name, words=about) for name, about in files]
    lines += ["", say("parcel.notes.whole", language)]
    return "\n".join(lines) + "\n"
