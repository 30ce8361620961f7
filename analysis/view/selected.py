"""What is selected of a study, in one sentence."""

from collections.abc import Iterator

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.view.frames import name_newspaper, name_themes


def tell_selection(catalogue: Catalogue, selection: Selection, language: str) -> str:
    """Return what narrows the articles of a study in words, "" where nothing does."""
    pause = "；" if language == "zh" else "; "
    return pause.join(_tell_parts(catalogue, selection, language))


def _tell_parts(catalogue: Catalogue, selection: Selection, language: str) -> Iterator[str]:
    comma = "、" if language == "zh" else ", "
    names = name_themes(catalogue.study, language)
    papers = [name_newspaper(paper, language) for paper in selection.newspapers]
    if selection.themes:
        themes = comma.join(names[theme] for theme in selection.themes)
        yield say("selected.themes", language, themes=themes)
    if papers:
        yield say("selected.newspapers", language, newspapers=comma.join(papers))
    if selection.search.split():
        yield say("selected.search", language, search=selection.search.strip())
