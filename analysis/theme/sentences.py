"""Texts to sentences: cut at stops and lines, quotations kept whole, every character in one."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from analysis.theme.passages import Range

# A run of marks that end a sentence, with the quotation marks and brackets that close behind it.
_END = re.compile(r"[。！？!?]+(?:…|⋯)*[”’」』）)》]*|[…⋯]+[”’」』）)》]+|[…⋯]+(?=\s|$)")
# Who said it belongs to what was said before it.
_SAID = re.compile(
    r"(?<=[”’」』])[^，。！？：；“”\n]{1,12}(?:说|说道|问道|表示|介绍|告诉记者|坦言|感慨|感叹)(?=[，。：！])"
)
_LINE = re.compile(r"[^\n]*\n+|[^\n]+")
_OPENING, _CLOSING = "“‘「『（(《", "”’」』）)》"
_OPENS = dict(zip(_CLOSING, _OPENING, strict=True))
_SIGN = re.compile(f"[{re.escape(_OPENING + _CLOSING)}]")
# Nobody reads more than this in one breath: a longer quotation is cut at the stops inside it.
_LONGEST = 120


def cut_sentences(text: str) -> tuple[Range, ...]:
    r"""Cut a text into its sentences; joined they are the text.

    A line always ends one: headlines, items of a list and names under a picture have no stop. A
    stop inside quotation marks or brackets ends none, for the sentence around them goes on; only
    where the whole would be longer than 120 characters it does. Marks left open at the end of a
    line hold nothing together. Who said it stays with it, white space with what it follows.

    Examples
    --------
    >>> text = "他说：“来了！等等……”大家都笑了。“走吧！”老李说。第二天\n走了"
    >>> [text[start:end] for start, end in cut_sentences(text)]
    ['他说：“来了！等等……”', '大家都笑了。', '“走吧！”老李说。', '第二天\n', '走了']
    """
    cuts = [0]
    for line in _LINE.finditer(text):
        cuts += [line.start() + end for end in _end_sentences(line[0])]
    return tuple(pairwise(cuts))


def _end_sentences(line: str) -> Iterator[int]:
    """Yield where the sentences of one line end, the last at the end of the line."""
    if not line.strip():
        yield len(line)
        return
    found = [one.end() for one in _END.finditer(line)]
    depths = zip(found, _measure_depths(line, found), strict=True)
    last = len(line.rstrip())
    outer = [e for e, depth in depths if depth == 0 and e < last and not _SAID.match(line, e)]
    start = 0
    for end in [*outer, len(line)]:
        if end - start > _LONGEST:
            yield from (one for one in found if start < one < min(end, last))
        yield end
        start = end


def _measure_depths(line: str, places: Sequence[int]) -> list[int]:
    """Return how many quotations and brackets are open before each place, the end among them."""
    starts, ends = [], []
    opened: list[re.Match[str]] = []
    for sign in _SIGN.finditer(line):
        if sign[0] in _OPENING:
            opened.append(sign)
            continue
        kind = _OPENS[sign[0]]
        at = next((n for n in reversed(range(len(opened))) if opened[n][0] == kind), None)
        if at is not None:
            starts.append(opened[at].start())
            ends.append(sign.start())
            del opened[at:]
    starts.sort()
    ends.sort()
    return [bisect_left(starts, place) - bisect_left(ends, place) for place in places]


def is_whole(sentence: str) -> bool:
    """Tell whether a sentence can stand alone: it ends with a stop, and its marks come in pairs.

    Examples
    --------
    >>> [is_whole(one) for one in ("他来了。", "“他来了。", "建设美丽中国", "他说：“走！”")]
    [True, False, False, True]
    """
    bare = sentence.strip()
    ends = [one.end() for one in _END.finditer(bare)]
    return bool(ends) and ends[-1] == len(bare) and are_paired(bare)


def are_paired(text: str) -> bool:
    """Tell whether all quotation marks and brackets of a text are closed in it, and opened."""
    opened: list[str] = []
    for sign in _SIGN.findall(text):
        if sign in _OPENING:
            opened.append(sign)
        elif not opened or opened.pop() != _OPENS[sign]:
            return False
    return not opened
