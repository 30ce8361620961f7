"""What a click on a chart of the overview opens: the articles that the mark stands for."""

from collections.abc import Mapping
from dataclasses import replace

from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.study.select import EDITIONS
from analysis.ui.held import keep_days, open_held
from analysis.ui.opening import Opens, Target
from analysis.view.exhibits.newspapers import REST
from analysis.view.frames import name_themes


def _name_keys(catalogue: Catalogue, language: str) -> Mapping[str, str]:
    """Return the themes by what they are called on the screen."""
    return {called: theme for theme, called in name_themes(catalogue.study, language).items()}


def open_theme(key: str, _series: str) -> Target:
    """Open the page of the theme whose bar was clicked."""
    return Target("themes", {"of": [key]})


def open_newspaper(catalogue: Catalogue, selection: Selection, language: str) -> Opens:
    """Return what opens the articles of a newspaper and a theme; nothing for the rest."""
    keys = _name_keys(catalogue, language)

    def open_cell(key: str, series: str) -> Target | None:
        if key == REST:
            return None
        return open_held(catalogue, replace(selection, newspapers=(key,)), keys[series])

    return open_cell


def open_edition(catalogue: Catalogue, selection: Selection, language: str) -> Opens:
    """Return what opens the articles of front, or of other pages, and a theme."""
    keys = _name_keys(catalogue, language)

    def open_cell(key: str, series: str) -> Target | None:
        if key not in EDITIONS:
            return None
        return open_held(catalogue, replace(selection, editions=(key,)), keys[series])

    return open_cell


def open_period(catalogue: Catalogue, selection: Selection, per: str, *, language: str) -> Opens:
    """Return what opens the articles of a step of time and a theme, within the days selected."""
    keys = _name_keys(catalogue, language)

    def open_dot(key: str, series: str) -> Target:
        found = keep_days(selection, key)
        if per == "front":
            found = replace(found, editions=("front",))
        return open_held(catalogue, found, keys[series])

    return open_dot


def open_topic(key: str, _series: str) -> Target:
    """Open the articles whose main topic was clicked."""
    return Target("articles", {"topic": [key], "theme": ()})


def open_article(key: str, _series: str) -> Target:
    """Open the article that was clicked."""
    return Target("articles", {"article": [key]})
