"""What files that are taken away say of themselves: the study, the selection, how it was made."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Study
from analysis.study.select import Mask
from analysis.view.source import source_line
from analysis.view.topics.counts import tell_count

Lines = tuple[tuple[str, str], ...]


def tell_parcel(
    catalogue: Catalogue, rows: Mask, language: str, *, selected: str, date: str
) -> Lines:
    """Return what is told of a selection of a study: a name and its words, line by line."""
    study, between = catalogue.study, say("told.between", language)
    told = {
        "study": study.name,
        "selected": selected,
        "source": source_line(catalogue, rows, language),
        "topics": tell_count(study, language),
        "settings": between.join(f"{name} = {value}" for name, value in list_settings(study)),
        "seed": str(study.recipe.settings.seed),
        "versions": between.join(f"{name} {one}" for name, one in study.recipe.versions.items()),
        "digest": study.digest,
        "date": date,
    }
    return tuple((say(f"about.{name}", language), words) for name, words in told.items())


def list_settings(study: Study) -> Iterator[tuple[str, str]]:
    """Yield every setting by its name in the recipe; the number of topics is "auto" by the rule."""
    for name, value in asdict(study.recipe.settings).items():
        yield name, "auto" if value is None else str(value)


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
