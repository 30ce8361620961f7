"""HTML: e-paper pages and saved web articles, by the parser of the standard library.

A reader of articles needs the order of paragraphs, the headings and which words are links, and no
tree: one pass is enough, and no library has to be installed for the commonest format of all. What
frames the articles (navigation, imprint) is kept at the head and the foot of the page.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analysis.press.credits import read_line
from analysis.press.decode import Decoded, decode_text, find_encoding, rate_text
from analysis.press.errors import EmptyInput
from analysis.press.readers.markup import Piece, read_pieces
from analysis.press.readers.sheet import Sheet, make_sheet

SUFFIXES = (".html", ".htm", ".xhtml")

_DECLARED = re.compile(rb"""(?i)<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,20})""")
_XML = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,20})""")
_SENTENCE = re.compile(r"[。！？!?；;]")


def read_sheets(source: str, data: bytes, encoding: str | None = None) -> Iterator[Sheet]:
    r"""Yield the one page of an HTML file; headings get Markdown marks.

    Raises
    ------
    EmptyInput
        When nothing but markup is in it.
    NotText, UnknownEncoding
        As ``decode_text`` says.

    Examples
    --------
    >>> [sheet] = read_sheets("a.html", "<h1>头条</h1><p>今天，大会开幕。</p>".encode())
    >>> sheet.page.text
    '# 头条\n\n今天，大会开幕。'
    """
    decoded = decode_page(data, source, encoding)
    pieces, title = read_pieces(decoded.text)
    if not pieces:
        raise EmptyInput(source=source)
    pieces = mark_title(pieces, title)
    first, last = find_content(pieces)
    inside = pieces[first:last]
    # Links between the paragraphs lead to other stories and are no part of these.
    links = [piece for piece in inside if _is_link(piece)]
    sheet = make_sheet(
        source,
        [_print_piece(piece) for piece in inside if not _is_link(piece)],
        head=[piece.text for piece in pieces[:first]],
        foot=[piece.text for piece in (*links, *pieces[last:])],
    )
    yield replace(sheet, page=replace(sheet.page, encoding=decoded.encoding))


def decode_page(data: bytes, source: str, encoding: str | None = None) -> Decoded:
    """Decode HTML by the encoding that was told, its mark, its declaration, or its characters.

    A declaration is believed unless another encoding gives clearly better Chinese: pages are
    copied between servers and keep the line that was right on the first.
    """
    guessed = decode_text(data, source, encoding)
    said = _DECLARED.search(data[:4096]) or _XML.search(data[:200])
    if guessed.score == 1.0 or said is None:
        return guessed
    try:
        name = find_encoding(said[1].decode("ascii"))
    except LookupError:
        return guessed
    declared = Decoded(data.decode(name, "replace"), name, guessed.score)
    return declared if rate_text(declared.text) >= 0.8 * guessed.score else guessed


def mark_title(pieces: Sequence[Piece], title: str) -> tuple[Piece, ...]:
    """Mark the piece that the page's title begins with, where the page has no heading."""
    if not any(piece.depth for piece in pieces):
        for index, piece in enumerate(pieces):
            if len(piece.text) > 3 and title.startswith(piece.text):
                return (*pieces[:index], Piece(piece.text, 1), *pieces[index + 1 :])
    return tuple(pieces)


def find_content(pieces: Sequence[Piece]) -> tuple[int, int]:
    """Return the range of the pieces that are articles.

    Articles begin with a heading or prose and end with prose or a credit line; what stands before
    and after is the frame of the site. Pieces that are links for the most part are navigation.
    """
    prose = [index for index, piece in enumerate(pieces) if _is_prose(piece)]
    if not prose:
        return 0, len(pieces)
    heads = [index for index, piece in enumerate(pieces[: prose[0]]) if piece.depth]
    first = min([prose[0], *heads])
    last = prose[-1] + 1
    while last < len(pieces) and _is_credit(pieces[last]):
        last += 1
    return first, last


def _is_link(piece: Piece) -> bool:
    return piece.linked > 0.5 and not piece.depth


def _is_prose(piece: Piece) -> bool:
    return not _is_link(piece) and len(piece.text) > 12 and bool(_SENTENCE.search(piece.text))


def _is_credit(piece: Piece) -> bool:
    return piece.text[0] in "（(□■" or bool(read_line(piece.text).byline)


def _print_piece(piece: Piece) -> str:
    # Bylines are often set as a small heading; they are none.
    if not piece.depth or read_line(piece.text).byline:
        return piece.text
    return f"{'#' * piece.depth} {piece.text}"
