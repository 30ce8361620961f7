"""What one block looks like by itself, in numbers.

The shape of headlines, the formulae with which stories open and close, the marks at the end of
sentences, the width of lines, empty lines, Markdown: signals whose reason holds for any paper.
"""

import math
import re
from collections.abc import Sequence

from analysis.press.blocks import Block
from analysis.press.closings import PHOTO, read_closing
from analysis.press.credits import read_line
from analysis.press.jumps import find_jumps
from analysis.press.layout import SENTENCE_END
from analysis.press.names import count_names
from analysis.press.openings import read_opening
from analysis.press.starts import rate_start

_SOFT_END = re.compile(r"[，,、]$")
_COLON_END = re.compile(r"[：:]$")
_DASH_END = re.compile(r"[—─-]{1,}$")
_CLOSED = re.compile(r"[）)”』」》]$")
_LIST = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、．.]|[（(]?[\d０-９一二三四五六七八九十]{1,2}[）)、．.]|[●◆■▲◎○·])"
)
_QUOTE = re.compile(r"[“『「‘\"]")
# Who holds an office signs with it: 中国人民银行行长戴相龙.
_OFFICE = re.compile(r"[长任员席记理师授编]$|[长任员席记理师授编辑](?=\s*[\u4e00-\u9fff·]{2,4}$)")
_COMMA = re.compile(r"[，,；;]")
# A bracket that is open at the end.
_BRACKET = re.compile(r"[（(][^）)]*$")
_HEAD_LIMIT = 50
COUNT = 27
"""How many numbers describe the looks of one block."""
EMPTY = (0.0,) * COUNT
"""The looks of a block that is not there: before the first, behind the last."""


def is_short(block: Block) -> bool:
    """Tell whether a block could be a line of a headline: short, no sentence."""
    text = block.text
    if block.lines[0].mark:
        return True
    ended = SENTENCE_END.search(text) and text[-1] not in "！？!?…”"
    return len(text) <= _HEAD_LIMIT and not ended and not _SOFT_END.search(text)


def is_plain(text: str) -> bool:
    """Tell whether a short line has nothing that headlines do not have.

    It opens no story, marks no jump, lists nothing, leads into no list, and is no row of a table.
    """
    digits = sum(sign.isdigit() for sign in text)
    other = read_opening(text).spans or find_jumps(text) or PHOTO.search(text[-24:])
    return not (other or _LIST.match(text) or _COLON_END.search(text) or digits > 0.4 * len(text))


def is_left_open(text: str) -> bool:
    """Tell whether a paragraph stops in mid-sentence: too long for a headline, and no end."""
    return len(text) > _HEAD_LIMIT and not (SENTENCE_END.search(text) or _CLOSED.search(text))


def find_interruptions(texts: Sequence[str]) -> tuple[bool, ...]:
    """Return which lines of a reporter stand after a paragraph that stops in mid-sentence.

    Nobody signs a story, or heads it with a name, inside a sentence: what was open goes on
    elsewhere (seed 002: 秀山县融媒体 | □ 重庆日报记者 陈维灯). A credit in brackets that was only
    broken in two belongs to what it stands behind.

    Examples
    --------
    >>> find_interruptions(["调研组" * 20 + "看望慰问藏族", "□ 重庆日报记者 陈维灯"])
    (False, True)
    >>> find_interruptions(["调研组" * 20 + "看望慰问同胞。", "□ 重庆日报记者 陈维灯"])
    (False, False)
    >>> find_interruptions(["调研组" * 20 + "看望慰问同胞。（新华社", "记者陈维灯摄）"])
    (False, False)
    """
    before = zip(["", *texts], texts, strict=False)
    return tuple(
        is_left_open(last) and not _BRACKET.search(last) and bool(read_line(text).byline)
        for last, text in before
    )


def read_looks(block: Block) -> tuple[float, ...]:
    """Describe one block by itself."""
    text = block.text.strip()
    return (*_read_shape(block, text), *_read_credits(text), *_read_measures(block, text))


def _read_shape(block: Block, text: str) -> tuple[float, ...]:
    """Describe length, first and last signs, and the formula a story opens with."""
    opening = read_opening(text)
    wire = opening.agency is not None or opening.month_day is not None
    return (
        math.log1p(len(text)),
        min(len(block.lines), 9),
        float(bool(SENTENCE_END.search(text))),
        float(bool(_SOFT_END.search(text))) + 2.0 * bool(_COLON_END.search(text)),
        float(bool(_CLOSED.search(text))),
        float(bool(_DASH_END.search(text))) + 2.0 * text.startswith(("—", "─", "-")),
        float(bool(opening.spans)) + float(wire),
        float(opening.byline is not None),
        float(bool(_LIST.match(text))),
        float(bool(_QUOTE.match(text))) + 2.0 * text.startswith(("（", "(")),
        float(block.lines[0].mark),
    )


def _read_credits(text: str) -> tuple[float, ...]:
    """Describe bylines, photo credits, jump marks and credits at the end."""
    byline = len(text) <= 40 and bool(read_line(text).spans)
    ways = {way for way, _, _ in find_jumps(text)}
    closing = read_closing(text[-60:], last=True)
    return (
        float(byline) + float(text.startswith("□")),
        float(bool(PHOTO.search(text[-24:]))) + 2.0 * text.startswith("图为"),
        float("from" in ways),
        float("to" in ways),
        float(bool(closing.spans)) + float(closing.month_day is not None),
    )


def _read_measures(block: Block, text: str) -> tuple[float, ...]:
    """Describe widths, empty lines, and the signs that headlines and names are made of."""
    lines = block.lines
    signed = len(text) <= 30 and bool(_OFFICE.search(text)) and count_names(text[-3:]) == 1
    return (
        float(bool(_COMMA.search(text))),
        float(min(text.count(" "), 4)) if len(text) <= _HEAD_LIMIT else 0.0,
        lines[-1].width / block.column if block.column else 0.0,
        sum(sign.isdigit() for sign in text) / len(text) if text else 0.0,
        float(min(count_names(text), 4)) + 0.5 * (len(text) <= 4),
        float(min(lines[0].blanks, 3)),
        block.column,
        rate_start(text),
        float(is_short(block)),
        float("：" in text[:12] or ":" in text[:12]),
        float(signed),
    )
