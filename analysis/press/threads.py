"""The pieces of a story that jumps, joined into one article; the reader's word goes first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from analysis.press.edits import LINK, UNLINK
from analysis.press.layout import SENTENCE_END
from analysis.press.records import PEOPLE, Article, Page, Tail
from analysis.press.stories import Link, find_links

Edits = Iterable[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Threads:
    """Articles with their tails joined, all links that were found, and edits that fit nothing.

    ``articles`` are in the order they were given in, the joined tails left out.
    """

    articles: tuple[Article, ...]
    links: tuple[Link, ...]
    misfits: tuple[Mapping[str, Any], ...] = ()


def apply_links(articles: Sequence[Article], pages: Iterable[Page], edits: Edits = ()) -> Threads:
    """Join the articles that jump where the link is sure, or where an edit says so.

    ``{"edit": "unlink", "article": ID}`` keeps apart what goes on from the article ID,
    ``{"edit": "link", "article": ID, "tail": ID}`` joins two whatever else is found; of two edits
    about one article the later one counts. Edits of other kinds are left to others.
    """
    links = find_links(articles, pages)
    after: dict[str, str] = {}
    for link in links:
        if link.is_sure and not _closes_ring(after, link.head, link.tail):
            after[link.head] = link.tail
    known = {article.id for article in articles}
    misfits = []
    for edit in edits:
        if edit.get("edit") not in (LINK, UNLINK):
            continue
        # One tail belongs to one head: who claims it takes it.
        head, tail = edit["article"], edit.get("tail")
        kept = {h: t for h, t in after.items() if h != head and t != tail}
        if not known.issuperset({head, tail or head}) or _closes_ring(kept, head, tail):
            misfits.append(edit)
        else:
            after = {**kept, head: tail} if tail else kept
    return Threads(tuple(_follow(articles, after)), links, tuple(misfits))


def _closes_ring(after: Mapping[str, str], head: str, tail: str | None) -> bool:
    at = tail
    while at is not None and at != head:
        at = after.get(at)
    return at is not None


def _follow(articles: Sequence[Article], after: Mapping[str, str]) -> Iterator[Article]:
    """Yield every article that continues none, its tails joined."""
    found = {article.id: article for article in articles}
    joined = set(after.values())
    for article in articles:
        if article.id in joined:
            continue
        story, at = article, article.id
        while at in after:
            at = after[at]
            story = join_story(story, found[at])
        yield story


def join_story(head: Article, tail: Article) -> Article:
    """Return head and tail as one article: the head's, with the tail's body and place added.

    A sentence that the jump tore is whole again. What the head does not tell of itself (headline,
    byline, agency, place) the tail tells; another headline of the tail becomes a subhead, so that
    no words are lost. The notes of the tail count in the tail's page and stay with it.
    """
    bylines = (name for name in (head.byline, tail.byline) if name)
    people: dict[str, Any] = {
        role: tuple(dict.fromkeys((*getattr(head, role), *getattr(tail, role)))) for role in PEOPLE
    }
    gap = "\n" if SENTENCE_END.search(head.body) else ""
    place = Tail(tail.page_id, tail.source, tail.spans, tail.notes)
    return replace(
        head,
        body=f"{head.body}{gap}{tail.body}",
        kicker=head.kicker or tail.kicker,
        headline=head.headline or tail.headline,
        subhead=_join_subheads(head, tail),
        byline=" ".join(dict.fromkeys(bylines)) or None,
        **people,
        agency=head.agency or tail.agency,
        place=head.place or tail.place,
        date=head.date or tail.date,
        url=head.url or tail.url,
        score=min(head.score, tail.score),
        tails=(*head.tails, place, *tail.tails),
    )


def _join_subheads(head: Article, tail: Article) -> str | None:
    other = tail.headline if tail.headline and head.headline else None
    if other and head.headline and other in head.headline:
        other = None
    parts = (head.subhead, other, tail.subhead)
    return " ".join(dict.fromkeys(part for part in parts if part)) or None
