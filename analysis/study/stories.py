"""Stories that jump inside a corpus: joined where both ends are there, told where not sure."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pyarrow.compute as pc

from analysis.press.edits import LINK, AnyEdit, StoryEdit
from analysis.press.records import PageCut
from analysis.press.threads import apply_links
from analysis.study.corpus import Corpus
from analysis.study.groups import read_at
from analysis.study.records import Study
from analysis.study.tables import read_table


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

    return replace(corpus, cuts=tuple(map(keep, corpus.cuts)), links=told, misfits=threads.misfits)


def find_jumping(study: Study) -> list[str]:
    """Return the pages of a study, by id, whose articles jump, or did before they were joined."""
    columns = ["page_id", "continued_to", "continued_from", "tails"]
    rows = read_table(study.folder, "articles", columns).to_pylist()
    jumps = [row for row in rows if any(row[name] for name in columns[1:])]
    tails = (tail["page_id"] for row in jumps for tail in row["tails"])
    return list(dict.fromkeys([*(row["page_id"] for row in jumps), *tails]))


def find_linked(edits: Sequence[AnyEdit]) -> list[str]:
    """Return the pages, by id, of the articles that edits link or unlink."""
    stories = [edit for edit in edits if isinstance(edit, StoryEdit)]
    pieces = [piece for edit in stories for piece in (edit.article, edit.tail) if piece]
    return [piece.rpartition("-")[0] for piece in pieces]


def list_joined(study: Study, changed: Collection[str] = ()) -> list[dict[str, str]]:
    """Return the stories that a study has joined as edits that join them, so that they stay so.

    What is told anew are those with a piece on a page that ``changed``.
    """
    rows = read_table(study.folder, "articles", ["article_id", "tails"]).to_pylist()
    joined = []
    for row in rows:
        pieces = [row["article_id"], *name_tails(row)]
        if not {piece.rpartition("-")[0] for piece in pieces} & {*changed}:
            pairs = pairwise(pieces)
            joined += [{"edit": LINK, "article": one, "tail": two} for one, two in pairs]
    return joined


def map_heads(study: Study) -> dict[str, str]:
    """Return the head of the story by each later piece of it, both by id."""
    table = read_table(study.folder, "articles", ["article_id", "tails"])
    # Nearly all articles are whole: their empty lists would take long to become Python's.
    jumping = table.filter(pc.greater(pc.list_value_length(table["tails"]), 0)).to_pylist()
    return {tail: row["article_id"] for row in jumping for tail in name_tails(row)}


def name_tails(row: Mapping[str, Any]) -> list[str]:
    """Return the ids that the tails of an article have on their own pages."""
    return [f"{tail['page_id']}-{tail['spans'][0]['start']:06d}" for tail in row["tails"]]


def find_likely(study: Study, article_id: str) -> tuple[str | None, str | None]:
    """Return the articles that probably come before and after one in a story that jumps, by id.

    Links that were joined are none of these.
    """
    # Hardly any article has such a tail: they are read, and of the others no id.
    tails = read_table(study.folder, "articles", ["likely_tail"])["likely_tail"]
    places = np.flatnonzero(tails.is_valid().to_numpy())
    if not len(places):
        return None, None
    rows = read_at(study.folder, "articles", places, ["article_id", "likely_tail"])
    heads = rows.filter(pc.equal(rows["likely_tail"], article_id))["article_id"].to_pylist()
    own = rows.filter(pc.equal(rows["article_id"], article_id))["likely_tail"].to_pylist()
    return next(iter(heads), None), next(iter(own), None)
