"""Lines become blocks: wrapped columns are joined, whole paragraphs stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.press.blocks import read_blocks
from analysis.press.layout import find_columns, measure_width, read_lines

PROSE = (
    "全国总工会今天召开会议，部署今年的工作，要求各级工会把数智化建设作为重点工作来抓，形成合力，"
    "狠抓落实，确保工会数智化建设在全会同步推进，为职工提供更好的服务，让职工切实有感。"
)


def wrap(text, width, between="\n"):
    return between.join(text[at : at + width] for at in range(0, len(text), width))


@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n"])
def test_the_lines_of_a_column_are_joined(between):
    blocks = read_blocks(wrap(PROSE, 14, between))
    # The first line may be a headline as wide as the column: the decisions judge that.
    assert "".join(block.text for block in blocks) == PROSE
    assert len(blocks) <= 2


def test_paragraphs_on_one_line_stay_apart():
    text = "\n\n".join([PROSE, PROSE[:40] + "。", PROSE[5:]])
    assert len(read_blocks(text)) == 3


def test_a_new_story_is_never_joined_to_the_line_before():
    page = (
        wrap(PROSE, 14)
        + "\n共建和谐家园的人们今天在一起\n本报讯 （记者朱欣）近日，全国总\n"
        + wrap(PROSE, 14)
    )
    starts = [block.text[:3] for block in read_blocks(page)]
    assert "本报讯" in starts


def test_a_line_of_verse_is_not_wrapped_prose():
    page = "床前明月光，\n疑是地上霜。\n举头望明月，\n低头思故乡。"
    assert find_columns(read_lines(page)) == (0.0,) * 4


def test_markdown_marks_are_no_words():
    [block] = read_blocks("## 大足区政协 督办提案")
    assert (block.text, block.lines[0].mark) == ("大足区政协 督办提案", 2)


def test_width_counts_latin_as_half():
    assert measure_width("CN 11-0002 代号") == 6.5


@given(st.text(alphabet="中国工会。，\n\r 0#", max_size=200))
def test_blocks_hold_all_that_can_be_seen(text):
    seen = sum(not c.isspace() for c in text)
    inside = sum(
        not c.isspace() for block in read_blocks(text) for c in text[block.start : block.end]
    )
    assert inside == seen


def test_a_bracket_left_open_goes_on_however_short_its_line():
    page = wrap(PROSE, 14) + "\n本报讯（记者郑莉 朱\n欣）" + wrap(PROSE, 14)
    assert "本报讯（记者郑莉 朱欣）" in "".join(block.text[:12] for block in read_blocks(page))
