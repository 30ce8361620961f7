"""The tools that mend the cut of a page: each a button, each an edit that can be undone."""

from collections.abc import Sequence

import streamlit as st

from analysis.press.edits import (
    DROP,
    HEADLINE,
    JOIN,
    KIND,
    MOVE,
    RESTORE,
    SPLIT,
    AnyEdit,
    Edit,
    read_edits,
)
from analysis.press.records import KINDS, Article, PageCut
from analysis.resources import say
from analysis.study.overlay import find_strays
from analysis.study.records import Study
from analysis.ui import cached
from analysis.ui.editing import workshop
from analysis.view.reading.galley import FURNITURE, PrintedLine, name_furniture
from analysis.view.reading.pages import list_places, name_article, name_edit

Edits = Sequence[Edit]


def mend_article(cut: PageCut, number: int, lines: Sequence[PrintedLine], language: str) -> Edits:
    """Draw the tools of one article; return the edits that were asked for in this run."""
    article = cut.articles[number - 1]
    own = [line for line in lines if line.article == number]
    return [
        *_mend_whole(cut, number, language),
        *_mend_lines(cut, number, own, language),
        *_mend_headline(article, language),
    ]


def _mend_whole(cut: PageCut, number: int, language: str) -> Edits:
    article = cut.articles[number - 1]
    at = _place(article)
    asked: list[Edit] = []
    with st.container(horizontal=True):
        if number > 1 and _button("previous", language):
            asked.append(Edit(JOIN, cut.page.id, _place(cut.articles[number - 2]), to=at))
        if number < len(cut.articles) and _button("next", language):
            asked.append(Edit(JOIN, cut.page.id, at, to=_place(cut.articles[number])))
        if _button("drop", language):
            asked.append(Edit(DROP, cut.page.id, at))
        for kind in KINDS:
            words = say("mend.kind", language, kind=say(f"kind.{kind}", language))
            if kind != article.kind and st.button(words, key=f"mend-kind-{kind}"):
                asked.append(Edit(KIND, cut.page.id, at, text=kind))
    return asked + _join_other(cut, number, language)


def _join_other(cut: PageCut, number: int, language: str) -> list[Edit]:
    others = [other for other in range(1, len(cut.articles) + 1) if other != number]
    if not others:
        return []
    with st.container(horizontal=True, vertical_alignment="bottom"):
        other = st.selectbox(
            say("mend.join.other", language),
            others,
            format_func=lambda one: f"{one} · {name_article(cut.articles[one - 1], language)}",
            key="mend-other",
        )
        if not _button("join", language):
            return []
    at, to = (_place(cut.articles[one - 1]) for one in (number, other))
    return [Edit(JOIN, cut.page.id, at, to=to)]


def _mend_lines(cut: PageCut, number: int, own: Sequence[PrintedLine], language: str) -> list[Edit]:
    page, key = cut.page.id, cut.articles[number - 1].id
    options = list(range(len(own)))
    with st.container(horizontal=True):
        first, last = (
            st.selectbox(
                say(f"mend.{end}", language),
                options,
                index=place,
                format_func=lambda one: f"{own[one].number}｜{own[one].text.strip()}",
                key=f"mend-{end}-{key}",
            )
            for end, place in (("from", 0), ("to", len(own) - 1))
        )
    runs = _join_runs(own[first : last + 1])
    asked: list[Edit] = []
    with st.container(horizontal=True):
        if _button("split", language, disabled=first == 0):
            asked.append(Edit(SPLIT, page, own[first].start))
        for name, other in (("up", number - 1), ("down", number + 1)):
            there = 1 <= other <= len(cut.articles)
            if _button(name, language, disabled=not there or not runs):
                to = _place(cut.articles[other - 1])
                asked += [Edit(MOVE, page, start, end=end, to=to) for start, end in runs]
        if _button("head", language, disabled=not runs):
            asked.append(Edit(HEADLINE, page, own[0].start, lines=tuple(runs)))
        if _button("cut", language, disabled=not runs):
            asked += [Edit(DROP, page, start, end=end) for start, end in runs]
    return asked


def _join_runs(lines: Sequence[PrintedLine]) -> list[tuple[int, int]]:
    """Return the ranges of lines, those that follow each other on the page as one."""
    runs: list[tuple[int, int]] = []
    for line in lines:
        if runs and runs[-1][1] == line.start:
            runs[-1] = (runs[-1][0], line.end)
        else:
            runs.append((line.start, line.end))
    return runs


def _mend_headline(article: Article, language: str) -> list[Edit]:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        text = st.text_input(
            say("mend.headline", language),
            value=article.headline or "",
            key=f"mend-headline-{article.id}",
        )
        if _button("retitle", language, disabled=not text.strip()):
            return [Edit(HEADLINE, article.page_id, _place(article), text=text.strip())]
        if _button("untitled", language, disabled=article.headline is None):
            return [Edit(HEADLINE, article.page_id, _place(article), lines=())]
    return []


def mend_furniture(
    cut: PageCut, number: int, lines: Sequence[PrintedLine], language: str
) -> list[Edit]:
    """Draw the furniture of a page with what makes it text again; return what was asked for."""
    if not cut.furniture:
        return []
    starts = {line.start: line for line in lines if line.article == FURNITURE}
    pieces = [piece for piece in cut.furniture if _first_line(starts, piece.start, piece.end)]
    with st.container(horizontal=True, vertical_alignment="bottom"):
        piece = st.selectbox(
            say("mend.furniture", language),
            pieces,
            format_func=lambda one: (
                f"{name_furniture(one.kind, language)}："
                f"{cut.page.text[one.start : one.end].strip()[:30]}"
            ),
            key="mend-furniture",
        )
        if _button("restore", language):
            return [Edit(RESTORE, cut.page.id, piece.start)]
        if number and _button("rejoin", language):
            to = _place(cut.articles[number - 1])
            return [Edit(RESTORE, cut.page.id, piece.start, to=to)]
    return []


def _first_line(starts: dict[int, PrintedLine], start: int, end: int) -> bool:
    return any(start <= at < end for at in starts)


def show_edits(study: Study, language: str) -> None:
    """List the edits of the study with what undoes each, the last ones' misfits first."""
    workshop.warn_misfits(study, language)
    list_edits(study, language)


def list_edits(study: Study, language: str) -> None:
    """List the edits of the study with what undoes each; those that misfit say why."""
    edits = read_edits(study.recipe.edits)
    if not edits:
        st.caption(say("mend.none", language))
        return
    if st.button(say("mend.undo.last", language), icon=":material/undo:", key="mend-undo-last"):
        workshop.keep_edits(study, edits[:-1], language)
    with st.expander(say("mend.edits", language, n=len(edits))):
        for number, edit in enumerate(edits, 1):
            _show_edit(study, edit, number, language)
            undo = say("mend.undo", language, n=number)
            if st.button(undo, key=f"mend-undo-{number}", icon=":material/undo:"):
                left = (*edits[: number - 1], *edits[number:])
                workshop.keep_edits(study, left, language)


def _show_edit(study: Study, edit: AnyEdit, number: int, language: str) -> None:
    pages = {place.page: cached.state_of(study, place.page) for place in list_places(edit)}
    texts = {page: state.cut.page.text for page, state in pages.items() if state}
    st.text(f"{number}. {name_edit(edit, texts, language)}")
    if not isinstance(edit, Edit):
        return
    state = pages[edit.page]
    misfits = state.misfits if state else find_strays([edit], ())
    why = {one.edit: one.zh if language == "zh" else one.en for one in misfits}
    if edit in why:
        st.text(say("mend.misfit", language, why=why[edit]))


def _place(article: Article) -> int:
    return article.spans[0][0]


def _button(name: str, language: str, *, disabled: bool = False) -> bool:
    return st.button(say(f"mend.{name}", language), key=f"mend-{name}", disabled=disabled)
