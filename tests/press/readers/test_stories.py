"""A row's text is read where its lines break, and credits are found wherever they may stand."""

import pytest

from analysis.press.readers.rows import Row
from analysis.press.readers.stories import make_cut


def read(body, **given):
    [article] = make_cut("a.csv", Row(2), {"body": body, **given}).articles
    return article


@pytest.mark.parametrize("gap", ["\n", "\r\n", " \u3000\n\n  ", "\u2028 ", " \x85\t", "\x1c\n"])
def test_the_white_space_around_a_break_goes_with_it(gap):
    article = read(f"第一段。{gap}第二段。")
    assert article.body == "第一段。\n第二段。"
    [note] = article.notes
    assert (note.rule, note.before) == ("paragraph", gap)


def test_white_space_that_breaks_no_line_stays():
    assert read("第一段。\u3000 \x1f第二段。").body == "第一段。\u3000 \x1f第二段。"


LONG = (
    "今年各地保障性住房建设全面加速，在保证更多的中低收入家庭住进新居的同时，"
    "越来越重视让居住变得宜居，配套设施也同步建设起来。"
)


@pytest.mark.parametrize(
    ("body", "byline"),
    [
        (f"　（记者 李娜）{LONG}", "记者 李娜"),
        (f"中国工人日报客户端消息：记者王芳报道 ：{LONG}", "记者 王芳"),
        (f"{LONG}（记者 李娜）", "记者 李娜"),
        (f"{LONG}\n本报记者 李娜", "记者 李娜"),
        (f"{LONG}\n{LONG} 新华社记者 李娜 摄", "记者 李娜"),
        (f"{LONG}\n{LONG}\n{LONG}", None),
    ],
)
def test_credits_are_found_beside_long_prose(body, byline):
    assert read(body).byline == byline


def test_a_jump_in_the_middle_of_long_prose_is_found():
    article = read(f"{LONG}\n{LONG[:-1]}（下转第 3 版）。{LONG}\n{LONG}")
    assert article.continued_to == "3"


def test_one_traditional_paragraph_among_simplified_ones_is_read_by_its_shadow():
    article = read(f"本報訊（記者鍾麗華）近日，全國總工會發出通知。\n{LONG}")
    assert (article.byline, article.body[:2]) == ("記者 鍾麗華", "近日")
