"""Signatures: text that is nothing but newspapers, roles and names, read as who did what.

A signature is told from prose by what it lacks: between its words for newspapers and roles stand
only names. One word more, and it is a sentence about a reporter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, fields

from analysis.press.names import split_names, vouch_names

_HAN = r"[\u4e00-\u9fff]"
AGENCIES = (
    "新华社|中新社|中新网|人民网|新华网|央视网|中国新闻社|法新社|路透社|美联社|塔斯社|"
    "埃菲社|共同社|中央社"
)
"""The agencies whose stories other papers carry, as a pattern."""
_WHO = r"(?:记者|评论员|观察员|撰稿人|实习生|通讯员)"
_KIND = (
    rf"(?:首席|特约|特派|实习|见习|前方|高级|资深|全媒体|融媒体|摄影|文字|体育|驻{_HAN}{{1,6}}?)"
)
# 记者手记, 编辑点评: the office names a kind of text, and what follows is no name.
_GENRE = (
    "手记|观察|调查|感言|述评|文章|点评|推荐|日记|札记|来信|连线|走访|体验|暗访|快评|短评|后记|寄语"
)
_DESK = r"(?:本版|本期|本报|值班|文字|视频|责任|见习|实习|版面|美术|图片|执行|副)"
# A role that stands behind its names closes them; before its names a stroke or colon follows it.
_KEY = re.compile(
    rf"(?P<outlet>{AGENCIES}|本[报刊台社网]"
    rf"|(?:《[^《》]{{2,14}}》|[\u4e00-\u9fff—]{{2,12}}?(?:报|电台|电视台|网|社|客户端|通讯))(?=\s*{_KIND}*{_WHO}))"
    rf"|(?P<editor>{_DESK}*(?:编辑|主编|责编|美编|编审|审校|校对|检校|版式|组版|终审|监制|统筹|策划)(?!部|{_GENRE}))"
    r"|(?P<correspondent>(?:特约)?通讯员)"
    rf"|(?P<reporter>{_KIND}*(?:记者|评论员|观察员|撰稿人|实习生)(?!团|站|部|{_GENRE}))"
    r"|(?P<both>摄影报道|文并摄|文[/／、]?图|图[/／、]?文|文[/／]摄|(?:图片|摄影)[/／]报道)"
    r"|(?P<picture>摄影(?!家)|供图|摄(?![影像制])|(?:^|(?<=[\s/／、。]))图(?:片)?(?=[\s/／：:]|$))"
    r"|(?P<words>采写|撰文|整理|编译|综合报道|报道|文(?=\s*[\u4e00-\u9fff]{2,4}\s*摄)|(?:^|(?<=[\s/／、]))文(?:字)?(?=[\s/／：:]|$))"
    r"|(?P<quiet>(?<=[社网报])[发供]?(?:稿|电|讯)|(?<=[社网报])发|供稿|(?:均为?)?据|均为?"
    rf"|发自{_HAN}{{2,6}}|(?:传真|资料|压题|题图|题头)?(?:照片|图片)(?:均?为|由)?|[绘作摘译]$)"
)
_EDGE = " \t\u3000\xa0：:、，,；;/／()（）。"
_VOUCHING = ("editor", "correspondent", "reporter")
_ROLES = ("reporter", "correspondent", "editor")
_DEEDS = ("picture", "words", "both")
_PREFIX = re.compile(r"\s*[：:/／]")
_POSTED = re.compile(rf"驻{_HAN}{{1,6}}?(?=记者|特)")
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
        both = {
            one.name: tuple(dict.fromkeys((*getattr(self, one.name), *getattr(other, one.name))))
            for one in fields(self)
        }
        return People(**both)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs: ``byline`` has roles and names divided by spaces, editors left out.

    ``picture`` tells that it signs a picture and no text.
    """

    byline: str | None = None
    agency: str | None = None
    people: People = field(default_factory=People)
    picture: bool = False


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word for a paper or role with its kind; or, of the kind "names", what stands between."""

    kind: str
    text: str
    names: tuple[str, ...] = ()
    prefix: bool = False


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
    if len(text) > _MOST or not _KEY.search(text):
        return None
    pieces = tuple(_cut_pieces(text, strict=strict))
    if any(piece.kind == "names" and not piece.names for piece in pieces):
        return None
    people = _find_people(pieces)
    return Signature(
        byline=_write_byline(pieces),
        agency=_find_agency(pieces),
        people=people,
        picture=_is_picture(pieces, people),
    )


def _cut_pieces(text: str, *, strict: bool) -> Iterator[_Piece]:
    found_keys = list(_KEY.finditer(text))
    # 照片, 文 or 新华网 beside two characters says nothing about them: 新华网上市.
    vouched = any(key.lastgroup in _VOUCHING or key[0].endswith("摄") for key in found_keys)
    split = vouch_names if vouched and not strict else split_names
    at = 0
    for found in found_keys:
        if between := text[at : found.start()].strip(_EDGE):
            yield _Piece("names", between, split(between))
        at = found.end()
        prefix = bool(_PREFIX.match(text, at))
        yield _Piece(found.lastgroup or "", found[0].strip(), prefix=prefix)
    if rest := text[at:].strip(_EDGE):
        yield _Piece("names", rest, split(rest))


def _find_people(pieces: Sequence[_Piece]) -> People:
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


def _find_role(pieces: Sequence[_Piece], at: int) -> str:
    """Return the last role before some names; a word for a deed before its names begins anew."""
    for place in range(at - 1, -1, -1):
        kind = pieces[place].kind
        if kind in _ROLES:
            return kind
        if kind in _DEEDS and pieces[place].prefix:
            break
    return "reporter"


def _find_deed(pieces: Sequence[_Piece], at: int) -> str:
    """Return what was done by some names: the word behind them says it, or the one before all."""
    after = pieces[at + 1] if at + 1 < len(pieces) else _Piece("", "")
    if after.kind in ("picture", "words") and not after.prefix:
        return after.kind
    leading = (place for place in range(at - 1, -1, -1) if _leads(pieces, place))
    return next((pieces[place].kind for place in leading), "")


def _leads(pieces: Sequence[_Piece], at: int) -> bool:
    """Whether a word for a deed stands before its names (文/张三) and not behind them."""
    if pieces[at].kind not in _DEEDS:
        return False
    before = any(piece.kind == "names" for piece in pieces[:at])
    after = any(piece.kind == "names" for piece in pieces[at:])
    return after and (pieces[at].prefix or not before)


def _write_byline(pieces: Sequence[_Piece]) -> str | None:
    """Write roles that names follow, and the names; not the editors, not where one is posted."""
    words: list[str] = []
    for at, piece in enumerate(pieces):
        if piece.kind == "names" and _find_role(pieces, at) != "editor":
            role = pieces[at - 1] if at else piece
            if role.kind in ("reporter", "correspondent"):
                words.append(_POSTED.sub("", role.text))
            words += piece.names
    return " ".join(words) or None


def _find_agency(pieces: Sequence[_Piece]) -> str | None:
    outlets = (piece.text for piece in pieces if piece.kind == "outlet")
    return next((one for one in outlets if re.fullmatch(AGENCIES, one)), None)


def _is_picture(pieces: Sequence[_Piece], people: People) -> bool:
    """Whether a picture is signed: by its photographer, or an agency that hands it out (发)."""
    if people.reporters or people.correspondents or people.editors:
        return False
    return any(piece.kind == "picture" or piece.text.endswith(("片", "发")) for piece in pieces)
