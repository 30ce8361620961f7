"""HTML to pieces: paragraphs and headings in the order of the file, their share of links."""

import re
from dataclasses import dataclass
from html.parser import HTMLParser

_PROGRAM = re.compile(r"script|style|noscript|template")
# What a browser does not show as text of the page.
_HIDDEN = re.compile(
    rf"{_PROGRAM.pattern}|select|button|textarea|svg|iframe|object|video|audio|rt|rp"
)
# What frames the articles: all in it is as good as links.
_FRAME = re.compile(r"nav|footer")
_BREAK = re.compile(
    r"p|div|br|hr|[uod]l|li|d[dt]|tr|table|section|form|article|main|aside|header|footer|nav|"
    r"blockquote|pre|center|figure|figcaption|address|body|h[1-6]"
)
_HEADING = re.compile(r"h[1-6]")
# These have no end: hiding them hides nothing after them.
_VOID = re.compile(r"br|hr|img|input|meta|link|area|col|embed|wbr|html|body")
# A cell this long is prose in a table that was made for layout; a shorter one is part of a row.
_PROSE_CELL = 60
_CJK = r"\u2018-\u201d\u2026\u3001-\u9fff\uff01-\uff60"
_WRAP = re.compile(rf"(?<=[{_CJK}])[ \t]*[\r\n][ \t\r\n]*(?=[{_CJK}])")
_SPACES = re.compile(r"[ \t\r\n\f\xa0]+")
# Two full-width spaces after the end of a sentence are the indent of the next paragraph.
_INDENT = re.compile(r"(?<=[。！？!?…”’）)])\s*\u3000{2,}\s*")


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph or heading: its words, heading depth (0 for none), share of linked words."""

    text: str
    depth: int = 0
    linked: float = 0.0


def read_pieces(text: str) -> tuple[tuple[Piece, ...], str]:
    """Return the pieces of a page of HTML and its title."""
    for skipped in (_HIDDEN, _PROGRAM):
        reader = _Reader(skipped)
        reader.feed(text)
        reader.close()
        reader.flush()
        # A hidden element that is never closed would swallow the articles after it.
        if not (reader.inside or reader.frames):
            break
    return tuple(reader.pieces), " ".join(reader.title.split())


class _Reader(HTMLParser):
    """Collects pieces in the order of the file."""

    def __init__(self, skipped: re.Pattern[str]) -> None:
        super().__init__(convert_charrefs=True)
        self._skipped = skipped
        self.pieces: list[Piece] = []
        self.title = ""
        self.inside: list[str] = []
        self._words: list[str] = []
        self._linked = 0
        self._links = 0
        # How many frames are open.
        self.frames = 0
        self._depth = 0
        self._cell = 0
        self._titled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.inside:
            # Only the same element can be nested before its end: depth is counted by its name.
            self.inside += [tag] if tag == self.inside[0] else []
            return
        if self._is_hidden(tag, dict(attrs)):
            self.inside = [tag]
            return
        self._titled = tag == "title"
        if tag == "br" and self._depth:
            self._words.append(" ")
        elif _BREAK.fullmatch(tag):
            self.flush()
        self.frames += bool(_FRAME.fullmatch(tag))
        if _HEADING.fullmatch(tag):
            self._depth = int(tag[1])
        self._links += tag == "a" and "href" in dict(attrs)
        if tag in ("td", "th"):
            self._cell = len(self._words)

    def _is_hidden(self, tag: str, given: dict[str, str | None]) -> bool:
        if self._skipped.fullmatch(tag):
            return True
        style = (given.get("style") or "").replace(" ", "").lower()
        hidden = "hidden" in given or "display:none" in style
        return hidden and self._skipped is _HIDDEN and not _VOID.fullmatch(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.inside:
            if tag == self.inside[0]:
                self.inside.pop()
            return
        if tag == "a":
            self._links = max(self._links - 1, 0)
        elif tag == "title":
            self._titled = False
        elif tag in ("td", "th"):
            self._end_cell()
        elif _BREAK.fullmatch(tag) and tag != "br":
            self.flush()
            self.frames -= bool(_FRAME.fullmatch(tag)) and self.frames > 0

    def handle_data(self, data: str) -> None:
        if self.inside:
            return
        if self._titled:
            self.title += data
            return
        self._words.append(data)
        if self._links:
            self._linked += sum(not sign.isspace() for sign in data)

    def _end_cell(self) -> None:
        if sum(map(len, self._words[self._cell :])) > _PROSE_CELL:
            self.flush()
        else:
            self._words.append(" ")

    def flush(self) -> None:
        """End the piece that is being read."""
        words = _WRAP.sub("", "".join(self._words))
        solid = sum(not sign.isspace() for sign in words)
        share = self._linked / solid if solid else 0.0
        if self.frames and self._skipped is _HIDDEN:
            share, self._depth = 1.0, 0
        for part in _INDENT.split(words):
            if text := _SPACES.sub(" ", part).strip():
                self.pieces.append(Piece(text, self._depth, share))
        self._words, self._linked, self._depth, self._cell = [], 0, 0, 0
