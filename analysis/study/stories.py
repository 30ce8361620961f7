"""Stories that jump inside a corpus: joined where both ends are there, told where not sure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from analysis.press.records import PageCut
from analysis.press.threads import apply_links
from analysis.study.cutting import Corpus


def join_stories(corpus: Corpus, edits: Iterable[Mapping[str, Any]] = ()) -> Corpus:
    """Return the corpus with stories that jump as one article each, on the page of their head.

    Links that are not sure are kept in ``Corpus.links``; edits of the kinds "link" and "unlink" go
    before what is found.
    """
    pages = [cut.page for cut in corpus.cuts]
    threads = apply_links(corpus.articles, pages, edits)
    found = {article.id: article for article in threads.articles}
    told = tuple(link for link in threads.links if {link.head, link.tail} <= found.keys())

    def keep(cut: PageCut) -> PageCut:
        articles = (found[one.id] for one in cut.articles if one.id in found)
        return replace(cut, articles=tuple(articles))

    return replace(corpus, cuts=tuple(map(keep, corpus.cuts)), links=told)
