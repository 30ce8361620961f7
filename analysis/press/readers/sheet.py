"""A page as a reader hands it over, and how it is cut.

A format that knows more than its words (where a running header ends, what is navigation) says which
characters at the head and the foot are furniture; only what lies between is cut into articles.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from analysis.press.records import Article, Furniture, Page, PageCut

_GAP = "\n\n"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page; its first ``head`` and last ``foot`` characters are known to be furniture."""

    page: Page
    head: int = 0
    foot: int = 0

    @property
    def inside(self) -> str:
        """The text between the known furniture."""
        return self.page.text[self.head : len(self.page.text) - self.foot]

    @property
    def furniture(self) -> str:
        """The text of the known furniture, head and foot."""
        text = self.page.text
        return f"{text[: self.head]}\n{text[len(text) - self.foot :]}"


def make_sheet(
    source: str, body: Sequence[str], *, head: Sequence[str] = (), foot: Sequence[str] = ()
) -> Sheet:
    r"""Join paragraphs, an empty line between them, to a page between two runs of furniture.

    Examples
    --------
    >>> sheet = make_sheet("a.pdf#p1", ["# 标题", "正文。"], foot=["3"])
    >>> sheet.page.text, sheet.head, sheet.foot
    ('# 标题\n\n正文。\n\n3', 0, 3)
    """
    before, after = _GAP.join(head), _GAP.join(foot)
    inside = _GAP.join(body)
    if before and (inside or after):
        before += _GAP
    if after and inside:
        after = _GAP + after
    return Sheet(Page(source, before + inside + after), len(before), len(after))


def cut_sheet(sheet: Sheet, split: Callable[[Page], PageCut]) -> PageCut:
    """Cut the page between its known furniture; every character stays in exactly one piece.

    A page of furniture alone (a table of contents) has no article, which is no fault.

    Raises
    ------
    InputError
        As ``split`` says.
    """
    page = sheet.page
    end = len(page.text) - sheet.foot
    if not (sheet.head or sheet.foot):
        return split(page)
    cut = PageCut(page, (), ())
    if sheet.inside.strip():
        cut = split(replace(page, text=sheet.inside))
    moved = [_move(piece.start, piece.end, piece.kind, sheet.head) for piece in cut.furniture]
    if sheet.head:
        moved.insert(0, Furniture("masthead", 0, sheet.head))
    if sheet.foot:
        moved.append(Furniture("folio", end, len(page.text)))
    articles = tuple(_move_article(article, page, sheet.head) for article in cut.articles)
    return PageCut(page, articles, tuple(moved))


def _move(start: int, end: int, kind: str, by: int) -> Furniture:
    return Furniture(kind, start + by, end + by)


def _move_article(article: Article, page: Page, by: int) -> Article:
    return replace(
        article,
        page_id=page.id,
        spans=tuple((start + by, end + by) for start, end in article.spans),
        notes=tuple(
            note._replace(start=note.start + by, end=note.end + by) for note in article.notes
        ),
    )
