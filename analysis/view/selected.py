"""What is selected, in words: for the sidebar, the head of a page, and files."""

from collections.abc import Iterator, Sequence

from analysis.resources import say
from analysis.study.catalogue import Catalogue
from analysis.study.records import Selection
from analysis.study.search import parse_search
from analysis.view.frames import name_newspaper, name_themes
from analysis.view.topics.edits import label_topics

# More names than these nobody reads in a line.
_MOST = 4


def tell_selection(catalogue: Catalogue, selection: Selection, language: str) -> str:
    """Return what narrows the articles of a study in words, "" where nothing does."""
    parts = (
        *_tell_tree(catalogue, selection, language),
        *_tell_pages(selection, language),
        *_tell_search(selection.search, language),
        *([say("told.once", language)] if selection.copies == "once" else []),
    )
    return say("told.between", language).join(parts)


def _tell_tree(catalogue: Catalogue, selection: Selection, language: str) -> Iterator[str]:
    names = name_themes(catalogue.study, language)
    labels = label_topics(catalogue.study) if selection.topics else {}
    told = []
    if selection.themes:
        told.append(_list([names[one] for one in selection.themes], "told.themes", language))
    if selection.topics:
        told.append(_list([labels[one] for one in selection.topics], "told.topics", language))
    if told:
        yield say("told.either", language).join(told)


def _tell_pages(selection: Selection, language: str) -> Iterator[str]:
    if selection.newspapers:
        papers = [name_newspaper(one, language) for one in selection.newspapers]
        yield _list(papers, "told.newspapers", language)
    since, until = selection.since, selection.until
    if since or until:
        name = "between" if since and until else "since" if since else "until"
        yield say(f"told.days.{name}", language, since=since, until=until)
    if selection.editions:
        editions = [say(f"edition.{one}", language) for one in selection.editions]
        yield _list(editions, "told.edition", language)
    if selection.kinds != Selection().kinds:
        kinds = [say(f"kind.{one}", language) for one in selection.kinds]
        yield _list(kinds, "told.kind", language)


def _tell_search(search: str, language: str) -> Iterator[str]:
    told = []
    for excluded, key, joint in (
        (False, "told.search", "told.and"),
        (True, "told.search.not", "told.either"),
    ):
        terms = [term.text for term in parse_search(search) if term.excluded == excluded]
        if terms:
            quoted = [say("told.quoted", language, term=term) for term in terms]
            told.append(say(key, language, terms=say(joint, language).join(quoted)))
    if told:
        yield say("told.comma", language).join(told)


def _list(names: Sequence[str], key: str, language: str) -> str:
    """Return names as a part of the line, the first few where they are many."""
    shown = say("told.either", language).join(names[:_MOST])
    if len(names) > _MOST:
        shown = say("told.more", language, names=shown, n=len(names))
    return say(key, language, names=shown)
