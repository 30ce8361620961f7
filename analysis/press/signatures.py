"""Signatures: text that is nothing but newspapers, roles and names, read as who did what.

A signature is told from prose by what it lacks: between its words for newspapers and roles stand
only names. One word more, and it is a sentence about a reporter.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from analysis.press.roles import AGENCIES, Piece, cut_pieces, may_sign

_ROLES = ("reporter", "correspondent", "editor")
_DEEDS = ("picture", "words", "both")
_POSTED = re.compile(r"驻[\u4e00-\u9fff]{1,6}?(?=记者|特)")
_MOST = 90


@dataclass(frozen=True, slots=True)
class People:
    """The names in a credit, by what each did; who learns to report (实习生) is a reporter."""

    reporters: tuple[str, ...] = ()
    correspondents: tuple[str, ...] = ()
    photographers: tuple[str, ...] = ()
    editors: tuple[str, ...] = ()

    def join(self, other: "People") -> "People":
        """Return the names of both, each once, in order."""
        return People(
            reporters=_unite(self.reporters, other.reporters),
            correspondents=_unite(self.correspondents, other.correspondents),
            photographers=_unite(self.photographers, other.photographers),
            editors=_unite(self.editors, other.editors),
        )


def _unite(first: tuple[str, ...], second: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(first + second))


NOBODY = People()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: ``byline`` has roles and names divided by spaces, editors left out.

    ``picture`` tells that it signs a picture and no text.
    """

    byline: str | None = None
    agency: str | None = None
    place: str | None = None
    people: People = NOBODY
    picture: bool = False


@lru_cache(maxsize=4096)
def read_signature(text: str, *, strict: bool = False) -> Signature | None:
    """Read a text that is a signature from end to end; None when it is none.

    ``strict`` takes only names that begin with a surname: where no bracket or line tells where
    the names end, a word of two characters may be prose.

    Examples
    --------
    >>> read_signature("记者 郑莉 朱欣 通讯员冯建丽").people.correspondents
    ('冯建丽',)
    >>> found = read_signature("新华社发（谢尚国 摄）")
    >>> found.byline, found.agency, found.people.photographers
    ('谢尚国', '新华社', ('谢尚国',))
    >>> read_signature("记者从国家医保局获悉") is None
    True
    """
    if len(text) > _MOST or not may_sign(text):
        return None
    pieces: list[Piece] = []
    for piece in cut_pieces(text, strict=strict):
        if piece.kind == "names" and not piece.names:
            return None
        pieces.append(piece)
    if all(piece.kind == "names" for piece in pieces):
        return None
    people = _find_people(pieces)
    return Signature(
        byline=_write_byline(pieces),
        agency=_find_agency(pieces),
        place=next((piece.text for piece in pieces if piece.kind == "place"), None),
        people=people,
        picture=_is_picture(pieces, people),
    )


def _find_people(pieces: Sequence[Piece]) -> People:
    people = People()
    for at, piece in enumerate(pieces):
        if piece.kind == "names":
            people = people.join(_give(piece.names, _find_role(pieces, at), _find_deed(pieces, at)))
        elif piece.kind == "both" and not _leads(pieces, at):
            people = people.join(People(photographers=people.reporters + people.correspondents))
    return people


def _give(names: tuple[str, ...], role: str, deed: str) -> People:
    if role == "editor":
        return People(editors=names)
    if deed == "picture":
        return People(photographers=names)
    pictures = names if deed == "both" else ()
    if role == "correspondent":
        return People(correspondents=names, photographers=pictures)
    return People(reporters=names, photographers=pictures)


def _find_role(pieces: Sequence[Piece], at: int) -> str:
    """Return the last role before some names; a word for a deed before its names begins anew."""
    for place in range(at - 1, -1, -1):
        kind = pieces[place].kind
        if kind in _ROLES:
            return kind
        if kind in _DEEDS and pieces[place].prefix:
            break
    return "reporter"


def _find_deed(pieces: Sequence[Piece], at: int) -> str:
    """Return what was done by some names: the word behind them says it, or the one before all."""
    after = pieces[at + 1] if at + 1 < len(pieces) else Piece("", "")
    if after.kind in ("picture", "words") and not after.prefix:
        return after.kind
    leading = (place for place in range(at - 1, -1, -1) if _leads(pieces, place))
    return next((pieces[place].kind for place in leading), "")


def _leads(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a word for a deed stands before its names (文/张三) and not behind them."""
    if pieces[at].kind not in _DEEDS:
        return False
    before = any(piece.kind == "names" for piece in pieces[:at])
    after = any(piece.kind == "names" for piece in pieces[at:])
    return after and (pieces[at].prefix or not before)


def _write_byline(pieces: Sequence[Piece]) -> str | None:
    """Write roles that names follow, and the names; not the editors, not where one is posted."""
    words: list[str] = []
    for at, piece in enumerate(pieces):
        if piece.kind == "names" and _find_role(pieces, at) != "editor":
            role = pieces[at - 1] if at else piece
            if role.kind in ("reporter", "correspondent"):
                words.append(_POSTED.sub("", role.text))
            words += piece.names
    return " ".join(words) or None


def _find_agency(pieces: Sequence[Piece]) -> str | None:
    outlets = (piece.text for piece in pieces if piece.kind == "outlet")
    return next((one for one in outlets if re.fullmatch(AGENCIES, one)), None)


def _is_picture(pieces: Sequence[Piece], people: People) -> bool:
    """Whether a picture is signed: by its photographer, or an agency that hands it out (发)."""
    if people.reporters or people.correspondents or people.editors:
        return False
    return any(piece.kind == "picture" or piece.text.endswith(("片", "发")) for piece in pieces)
