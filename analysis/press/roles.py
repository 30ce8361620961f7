"""The words of a signature: papers, roles, deeds, and the names between them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analysis.press.names import count_names, split_names, vouch_names

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
# A deed that stands behind its names closes them; before its names a stroke or colon follows it.
_HEAD, _TAIL = r"(?:^|(?<=[\s/／、。]))", r"(?=[\s/／：:]|$)"
_KINDS = {
    "outlet": rf"{AGENCIES}|本[报刊台社网]|(?<=来源[：:])[\u4e00-\u9fff—]{{2,12}}",
    "editor": rf"{_DESK}*(?:编辑|主编|责编|美编|编审|审校|校对|检校|版式|组版|终审|监制|统筹|策划)"
    rf"(?!部|{_GENRE})",
    "correspondent": r"(?:特约)?通讯员",
    "reporter": rf"{_KIND}*(?:记者|评论员|观察员|撰稿人|实习生|作者(?=[\s：:]))"
    rf"(?!团|站|部|{_GENRE})",
    "both": r"摄影报[道导]|文并摄|文[/／、]?图|图[/／、]?文|文[/／]摄|(?:图片|摄影)[/／]报[道导]",
    "picture": rf"摄影(?!家)|供图|摄(?![影像制])|{_HEAD}图(?:片)?{_TAIL}",
    "words": rf"采写|撰文|整理|编译|综合报[道导]|报[道导]|文(?=\s*{_HAN}{{2,4}}\s*摄)"
    rf"|{_HEAD}文(?:字)?{_TAIL}",
    "place": rf"发自{_HAN}{{2,6}}",
    "quiet": r"(?<=[社网报])[发供]?(?:稿|电|讯)|(?<=[社网报])发|供稿|(?:均为?)?据|均为?|来源"
    r"|(?:传真|资料|压题|题图|题头)?(?:照片|图片)(?:均?为|由)?|[绘作摘译]$",
}
# A paper of any name counts where a role follows; 来源： tells one as well.
_PAPER = (
    rf"(?:《[^《》]{{2,14}}》|[\u4e00-\u9fff—]{{2,12}}?(?:报|电台|电视台|网|社|客户端|通讯))"
    rf"(?=\s*{_KIND}*{_WHO})"
)


def _compile(kinds: Mapping[str, str]) -> str:
    return "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())


_KEY = re.compile(_compile({**_KINDS, "outlet": f"{_KINDS['outlet']}|{_PAPER}"}))
# Where no role is named no paper of any name counts, and each of the other words begins with one
# of these, or behind the colon of 来源：; a search that looks at the first sign alone is short.
_FIRST = (
    "新中人央法路美塔埃共本版期报值文视责频任见习实图执副编主审校检组终监统策特通首约派前方高级资深"
    "全融摄影体育驻记评观撰作供采整综发稿电讯据均来传压题照绘摘译"
)
_UNNAMED = re.compile(rf"(?:(?=[{_FIRST}])|(?<=[：:]))(?:{_compile(_KINDS)})")
_ROLE = re.compile(_WHO)
_EDGE = " \t\u3000\xa0：:、，,；;/／()（）。□■◎●○◆|｜"
_VOUCHING = ("editor", "correspondent", "reporter")
# 本报记者 李娜 北京报道: who is no name and stands last is the place.
_SENT_FROM = re.compile(rf"(?P<names>.+)[\s／/、](?P<place>{_HAN}{{2,4}})")
_PREFIX = re.compile(r"\s*[：:/／]")
# What stands in no word of a signature, in no name and at the edge of none.
_STRANGE = re.compile(
    r"[^\s\u3007\u3400-\u9fff\U00020000-\U0003134f·•—、，,；;：:/／()（）。□■◎●○◆|｜]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A word for a paper or role with its kind; or, of the kind "names", what stands between."""

    kind: str
    text: str
    names: tuple[str, ...] = ()
    prefix: bool = False


def may_sign(text: str) -> bool:
    """Whether a text may be a signature: it has a word of one, and no character that none has.

    Digits, letters and most marks stand in no name and in no word for a role; only the name of a
    paper in its brackets may have them.

    Examples
    --------
    >>> may_sign("记者 李娜 北京报道"), may_sign("记者2日获悉"), may_sign("《IT时报》记者 李娜")
    (True, False, True)
    """
    if "《" not in text and _STRANGE.search(text):
        return False
    return bool(_ROLE.search(text) or _UNNAMED.search(text))


def cut_pieces(text: str, *, strict: bool) -> Iterator[Piece]:
    """Cut a text at the words that signatures are made of; ``strict`` as ``read_signature`` has it.

    Examples
    --------
    >>> [(piece.kind, piece.text) for piece in cut_pieces("记者 李娜 北京报道", strict=True)]
    [('reporter', '记者'), ('names', '李娜'), ('place', '北京'), ('words', '报道')]
    """
    keys = list((_KEY if _ROLE.search(text) else _UNNAMED).finditer(text))
    # 照片, 文 or 新华网 beside two characters says nothing about them: 新华网上市.
    vouched = any(key.lastgroup in _VOUCHING or key[0].endswith("摄") for key in keys)
    split = vouch_names if vouched and not strict else split_names
    at = 0
    for key in keys:
        between, place = _part_place(text[at : key.start()].strip(_EDGE), key.lastgroup)
        if between:
            yield Piece("names", between, split(between))
        if place:
            yield Piece("place", place)
        at = key.end()
        words = key[0].strip().removeprefix("发自")
        yield Piece(key.lastgroup or "", words, prefix=bool(_PREFIX.match(text, at)))
    if rest := text[at:].strip(_EDGE):
        yield Piece("names", rest, split(rest))


def _part_place(between: str, kind: str | None) -> tuple[str, str]:
    """Return names, and the place behind them where the next word says that it was reported."""
    sent = _SENT_FROM.fullmatch(between) if kind == "words" else None
    if sent is None or count_names(sent["place"]):
        return between, ""
    return sent["names"], sent["place"]
