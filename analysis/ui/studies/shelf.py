"""Which study is shown: that of the link, one that was uploaded, or that of the seed pages."""

import os
from collections import Counter
from collections.abc import Mapping
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from analysis.errors import StudyError
from analysis.resources import say
from analysis.study.folder import open_study
from analysis.study.records import Study
from analysis.study.shelf import find_study
from analysis.ui import address, cached, parts
from analysis.ui.opening import PAGES

# The study in the link; the seed pages need none.
_PARAMETER = "study"
_UPLOADED = "uploaded"
_SEEDS = ""
_NUMBERED = ("topic", "a.topic", "b.topic", "in", "article", "page", address.PAGE)


def choose_study(language: str) -> Study:
    """Draw the choice of study; return the study that is shown."""
    made: dict[str, str] = st.session_state.setdefault(_UPLOADED, {})
    key = address.read(_PARAMETER, _SEEDS)
    study = _open(key, language)
    if study is None:
        st.warning(say("study.missing", language))
        key, study = _SEEDS, _open_first(language)
    elif key:
        made.setdefault(key, study.name)
    _offer(made, key, study, language)
    return study


def show_own(study: Study, *, fresh: bool = False) -> None:
    """Show a study of the shelf from now on, and offer it in this visit.

    ``fresh`` says that it is no edit of the one shown: its topics have other numbers.
    """
    key = study.folder.name
    st.session_state.setdefault(_UPLOADED, {})[key] = study.name
    address.put_all({**dict.fromkeys(_NUMBERED if fresh else (), ()), _PARAMETER: [key]})


def offer_link(language: str, *, fresh: bool) -> None:
    """Give the link that opens the study of the shelf again; at once where it is ``fresh``.

    The shelf is not listed to a new visit: whoever else reaches the server would see what all have
    made, and every edit of a sample leaves a copy there. The key in the link is what lets in.
    """
    if not address.read(_PARAMETER):
        return
    label = say("study.link", language)
    with st.expander(label, icon=":material/bookmark:", type="compact", expanded=fresh):
        st.caption(say("study.link.note", language))
        link = write_link(st.context.url or "", address.carry(filters=False))
        st.code(link, language=None, wrap_lines=True)


def write_link(url: str, parameters: address.Parameters) -> str:
    """Return the link to the first page with parameters, from the address of any page.

    Examples
    --------
    >>> write_link("http://127.0.0.1:8501/articles", {"study": ["a1b2"]})
    'http://127.0.0.1:8501/?study=a1b2'
    >>> write_link("http://127.0.0.1:8501", {"study": ["a1b2"]})
    'http://127.0.0.1:8501/?study=a1b2'
    >>> write_link("https://press.example/baoti/articles/", {"study": ["a1b2"]})
    'https://press.example/baoti/?study=a1b2'
    >>> write_link("https://press.example/baoti", {"study": ["a1b2"]})
    'https://press.example/baoti/?study=a1b2'
    """
    parts, names = urlsplit(url), {page.stem for page in PAGES.glob("*.py")}
    path = [step for step in parts.path.split("/") if step]
    # What stands before the page is where a proxy put the dashboard.
    if path and path[-1] in names:
        path.pop()
    query = address.write_query(parameters)
    return urlunsplit((parts.scheme, parts.netloc, "/".join(["", *path, ""]), query, ""))


def name_studies(made: Mapping[str, str]) -> dict[str, str]:
    """Return what each study is called by its key; part of the key tells equal names apart.

    >>> name_studies({"": "样例", "a1b2c3": "我的版面", "d4e5f6": "我的版面", "0a1b2c": "劳动报"})
    {'': '样例', 'a1b2c3': '我的版面 (a1b2)', 'd4e5f6': '我的版面 (d4e5)', '0a1b2c': '劳动报'}
    """
    often = Counter(made.values())
    return {
        key: f"{name} ({key[:4]})" if key and often[name] > 1 else name
        for key, name in made.items()
    }


def _offer(made: dict[str, str], key: str, study: Study, language: str) -> None:
    first = study.name if key == _SEEDS else _open_first(language).name
    names = name_studies({_SEEDS: first, **made})
    options = list(names)
    st.session_state["study_box"] = key
    st.selectbox(
        say("study.label", language),
        options,
        format_func=lambda one: names[one],
        key="study_box",
        on_change=_switch,
        label_visibility="collapsed",
    )


def _switch() -> None:
    # Another study gives the same numbers to other topics and articles.
    address.put_all({**dict.fromkeys(_NUMBERED, ()), _PARAMETER: [st.session_state["study_box"]]})


def _open(key: str, language: str) -> Study | None:
    if key == _SEEDS:
        return _open_first(language)
    try:
        return find_study(key)
    except StudyError:
        # Not here, damaged, or of a newer version: said, and the way back stays open.
        return None


def _open_first(language: str) -> Study:
    """Return the study that ``baoti open STUDY`` named, else that of the seed pages."""
    if folder := os.environ.get("BAOTI_STUDY"):
        return open_study(folder)
    with parts.show_stages(say("study.building", language), language) as report:
        return cached.seed_study(language, report)
