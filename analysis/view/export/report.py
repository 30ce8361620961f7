"""A selection of a study as one page of HTML that stands alone: no script, no other host."""

from functools import partial
from itertools import count
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from analysis.errors import NothingToDraw
from analysis.resources import FONT_FAMILY, REPORT, say
from analysis.study.judging import read_judged
from analysis.view.drawing.fonts import embed_font
from analysis.view.drawing.look import LIGHT
from analysis.view.export.appendix import make_appendix
from analysis.view.export.chapters import cite_quotes, draw_selection, draw_sides, list_chapters
from analysis.view.export.parcel import Parcel, tell_all
from analysis.view.frames import corpus_facts
from analysis.view.topics.badges import tell_sample

# Nothing is fetched and nothing runs, whatever stands in the texts.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"
_FACTS = ("articles", "pages", "records", "newspapers", "characters")
# Told where there are some: rows of tables are no pages.
_EITHER = ("pages", "records")


def make_report(parcel: Parcel) -> bytes:
    """Return the report of a selection, the same bytes for the same selection and date.

    Raises
    ------
    NothingToDraw
        When nothing is selected.
    """
    study, language = parcel.catalogue.study, parcel.language
    if not parcel.rows.any():
        raise NothingToDraw(name=study.name)
    judged, numbers = read_judged(study), count(1)
    pictures, sides = draw_selection(parcel, numbers), draw_sides(parcel, numbers)
    chapters = tuple(list_chapters(parcel, judged, numbers))
    shown = {
        "study": study.name,
        "selected": parcel.selected,
        "date": parcel.date,
        "facts": _list_facts(parcel),
        "period": _tell_period(parcel),
        "pictures": pictures,
        "compared": parcel.compared,
        "sides": sides,
        "chapters": chapters,
        "cited": cite_quotes(parcel, chapters),
        "sample": tell_sample(study, judged, language),
        "appendix": make_appendix(parcel),
        "told": tell_all(parcel),
    }
    return _render(shown, language).encode("utf-8", "replace")


def _render(shown: dict[str, Any], language: str) -> str:
    """Return the page, filled twice: the font is cut to the characters that stand in it."""
    environment = Environment(
        loader=FileSystemLoader(REPORT),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    fill = partial(
        environment.get_template("report.html").render,
        say=lambda key, **facts: say(key, language, **facts),
        raw=Markup,
        language="zh-CN" if language == "zh" else "en",
        policy=_POLICY,
        ink=LIGHT,
        family=FONT_FAMILY,
        head=Markup(quote_css(shown["study"])),  # noqa: S704 - every character of it is a number
        **shown,
    )
    signs = "".join(sorted(set(fill(font=""))))
    return fill(font=embed_font(signs))


def quote_css(text: str) -> str:
    r"""Return ``text`` as a string of CSS in which no character can end the string or the style.

    Examples
    --------
    >>> quote_css('a"</')
    '"\\61 \\22 \\3c \\2f "'
    """
    return '"' + "".join(f"\\{ord(sign):x} " for sign in text) + '"'


def _list_facts(parcel: Parcel) -> tuple[tuple[str, str], ...]:
    facts = corpus_facts(parcel.catalogue, parcel.rows)
    shown = (name for name in _FACTS if facts[name] or name not in _EITHER)
    return tuple((say(f"fact.{name}", parcel.language), f"{facts[name]:,}") for name in shown)


def _tell_period(parcel: Parcel) -> str:
    facts = corpus_facts(parcel.catalogue, parcel.rows)
    days = dict.fromkeys(str(facts[name]) for name in ("first", "last") if facts[name])
    return " – ".join(days) or say("date.none", parcel.language)
