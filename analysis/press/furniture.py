"""The blocks that belong to no article: masthead and folio, standing titles of columns, copies."""

import re
from collections.abc import Sequence

from analysis.press.blocks import Block
from analysis.press.copies import find_copies
from analysis.press.credits import read_line
from analysis.press.facts import find_folios

# Standing titles are marked with a sign (seed 001: ■ 拥军优属拥政爱民) or named as columns are
# (seed 004: 新春走基层, 深化“产改”进行时).
_LABEL = re.compile(
    r"(?:[■◆●□◇○▲★]\s*\S{2,12}|\S{1,8}(?:走基层|进行时|之窗|广角|视点|专栏|之声|短波|简讯|专版|特刊))$"
)


def find_furniture(blocks: Sequence[Block]) -> dict[int, str]:
    r"""Return the blocks that belong to no article, and what each is.

    Examples
    --------
    >>> from analysis.press.blocks import read_blocks
    >>> find_furniture(read_blocks("1998年1月2日 星期五\n\n会议今天在京召开，部署工作。"))
    {0: 'masthead'}
    """
    folios = find_folios([block.lines[0] for block in blocks])
    copies = find_copies([block.text for block in blocks])
    kinds: dict[int, str] = {}
    for index, block in enumerate(blocks):
        if copies[index]:
            kinds[index] = "copy"
        elif folios[index] and len(block.lines) == 1:
            kinds[index] = "masthead" if index < len(blocks) / 2 else "folio"
        elif _LABEL.match(block.text) and not read_line(block.text).spans:
            kinds[index] = "label"
    return kinds
