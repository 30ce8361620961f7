"""The records of the press floor: a page, an article, and what was changed on the way."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple

from analysis.press.script import simplify

Span = tuple[int, int]
"""A range of characters of ``Page.text``: start, end (exclusive)."""

KINDS = ("article", "photo", "notice")
"""What a piece of a page can be; furniture (masthead, folio, column label) is none of these."""

PEOPLE = ("reporters", "correspondents", "photographers", "editors")
"""The fields of an article that hold names, by what each did."""


class _Known:
    """Room for the id of a page, which is made of its whole text and asked for many times."""

    __slots__ = ("_id",)
    _id: str


@dataclass(frozen=True, slots=True)
class Page(_Known):
    """The text of one newspaper page, untouched.

    ``text`` is what was decoded, character for character: every span of every article counts in it.
    ``date`` is ISO (2024-04-04); ``edition`` the number of the page as printed ("1").
    ``origins`` says where newspaper, date and edition were read: "masthead", "dateline",
    "name" (of the file) or "given". ``editors`` are the names that the page's own lines of editors
    and proof-readers print (责编, 美编, 校对).
    """

    source: str
    text: str
    encoding: str = "utf-8"
    newspaper: str | None = None
    date: str | None = None
    edition: str | None = None
    editors: tuple[str, ...] = ()
    origins: tuple[tuple[str, str], ...] = ()

    @property
    def id(self) -> str:
        """Twelve hex digits, the same for the same file name and text wherever the file lies."""
        try:
            return self._id
        except AttributeError:
            named = f"{name_file(self.source)}\0{self.text}".encode("utf-8", "surrogatepass")
            object.__setattr__(self, "_id", sha256(named).hexdigest()[:12])
            return self._id


def name_file(source: str) -> str:
    r"""Return the name of the file that a page came from, wherever it lies.

    Examples
    --------
    >>> name_file("pages/a.txt"), name_file("pages\\a.csv#r2"), name_file("pages/")
    ('a.txt', 'a.csv#r2', 'pages')
    """
    path = source.replace("\\", "/")
    name = path.rpartition("/")[2]
    # The last of what a path is cut into, but for these: there a path says what it means.
    return PurePath(path).name if name in ("", ".") else name


class Note(NamedTuple):
    """One thing that was done to the text: ``text[start:end] == before`` became ``after``.

    A tuple, for there are many: it is made in a third of the time of a record that is none.
    """

    rule: str
    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Furniture:
    """A piece of a page that is no article: masthead, folio, column label, or a noted copy."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tail:
    """Where a story goes on after a jump: another page, its ranges there, what was done to them.

    Spans and notes count in the text of its own page.
    """

    page_id: str
    source: str
    spans: tuple[Span, ...]
    notes: tuple[Note, ...] = ()

    @property
    def article_id(self) -> str:
        """The id the tail has as an article of its own page."""
        return f"{self.page_id}-{self.spans[0][0]:06d}"


@dataclass(frozen=True, slots=True)
class Article:
    """What a reader would call one article.

    ``spans`` are the ranges of the page's text it was made from, in reading order; ``body`` is the
    repaired prose, paragraphs divided by a newline, credits taken out. ``byline`` has the roles and
    names as printed, one space between them; ``reporters`` to ``editors`` the names alone.
    ``copy_of`` is the first printing of the same text. ``score`` is how sure the cut is, 0-1;
    ``reasons`` are the names of what spoke for it. ``tails`` are its pieces on other pages.
    """

    page_id: str
    source: str
    spans: tuple[Span, ...]
    body: str
    kind: str = "article"
    kicker: str | None = None
    headline: str | None = None
    subhead: str | None = None
    byline: str | None = None
    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()
    agency: str | None = None
    place: str | None = None
    date: str | None = None
    continued_to: str | None = None
    continued_from: str | None = None
    copy_of: str | None = None
    url: str | None = None
    notes: tuple[Note, ...] = ()
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    tails: tuple[Tail, ...] = ()

    @property
    def id(self) -> str:
        """The page's id and the place of the first character: no other cut of the page moves it."""
        return f"{self.page_id}-{self.spans[0][0]:06d}"

    @property
    def text(self) -> str:
        """What is read: kicker, headline, deck and body, a line each; no credits."""
        parts = (self.kicker, self.headline, self.subhead, self.body)
        return "\n".join(part for part in parts if part)

    @property
    def plain(self) -> str:
        """The text in simplified characters, of the same length: what topics see."""
        return simplify(self.text)


@dataclass(frozen=True, slots=True)
class PageCut:
    """A page and all that was found on it; articles and furniture cover every character."""

    page: Page
    articles: tuple[Article, ...]
    furniture: tuple[Furniture, ...]
