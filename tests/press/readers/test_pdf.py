"""PDF: columns, headlines, margins, contents, and files that cannot be read."""

import re
from functools import lru_cache

import pytest

from analysis.press.article import split_page
from analysis.press.cutting import cut_input
from analysis.press.inputs import Input, find_inputs, load_page
from analysis.resources import SEEDS
from tests.press.readers.printing import (
    BODY,
    HEAD,
    LEAD,
    MARGIN,
    PROSE,
    Press,
    print_article,
    read,
    set_text,
)


@lru_cache(maxsize=1)
def read_stories():
    """Return headline and paragraphs of the articles of the seed pages."""
    cuts = [split_page(load_page(item)) for item in find_inputs([SEEDS])]
    articles = [article for cut in cuts for article in cut.articles]
    bodies = {one.headline: one.body.split("\n") for one in articles if one.headline}
    return [
        (head, [p for p in body if len(p) > 30]) for head, body in bodies.items() if len(head) < 40
    ]


def bare(text):
    return re.sub(r"[\s#]", "", text)


@pytest.mark.parametrize("columns", [3, 4, 5])
def test_articles_that_flow_from_column_to_column_are_read_whole_and_in_order(columns):
    press = Press(columns)
    printed = press.flow(read_stories())
    press.turn()
    text = bare(read(press.finish())[0].inside)
    assert len(printed) > 2
    for head, paragraphs in printed:
        assert bare(head + "".join(paragraphs)) in text


@pytest.mark.parametrize("spans", [(1, 2), (2, 2, 1), (3, 2), (1, 1, 3)])
def test_boxes_side_by_side_and_below_each_other_are_read_whole(spans):
    press = Press(sum(spans))
    stories = [(head, paragraphs[:3]) for head, paragraphs in read_stories()]
    base, printed = 80.0, []
    for _ in range(2):
        column, low = 0, base
        for span in spans:
            printed.append(stories[len(printed) % len(stories)])
            head, paragraphs = printed[-1]
            low = max(low, press.box(head[: 10 * span], paragraphs, column, base, span=span))
            column += span
        base = low + 3 * BODY
    press.turn()
    text = bare(read(press.finish())[0].page.text)
    for _, paragraphs in printed:
        assert bare("".join(paragraphs)) in text


def test_a_headline_is_marked_its_lines_joined_kicker_and_deck_apart():
    press = Press(3)
    base = press.head(["为深化改革添动力"], 0, 60, size=12)
    base = press.head(["全国各级工会组织职工", "投身建设第一线"], 0, base - 4, size=22)
    base = press.head(["——来自各地的报道"], 0, base - 4, size=12)
    for row, line in enumerate([PROSE[:18]] * 6):
        press.put(line, press.left(0), base + (row + 1) * LEAD)
    press.turn()
    first, second, third, *_ = read(press.finish())[0].inside.split("\n\n")
    assert (first, third) == ("为深化改革添动力", "——来自各地的报道")
    assert second == "## 全国各级工会组织职工投身建设第一线"


def test_wrapped_lines_are_joined_to_paragraphs():
    press = Press(4)
    press.box(HEAD, [PROSE * 3, PROSE * 2], 0, 100, span=2)
    press.turn()
    assert read(press.finish())[0].inside.split("\n\n") == [f"## {HEAD}", PROSE * 3, PROSE * 2]


def test_a_space_inside_a_column_is_no_gutter():
    press = Press(3)
    names = "张三　李四　王五　赵六　孙七"
    for row, line in enumerate([PROSE[:20], names, PROSE[:20], PROSE[:20]]):
        press.put(line, press.left(0), 200 + row * LEAD)
    press.turn()
    assert "张三 李四 王五 赵六 孙七" in read(press.finish())[0].inside


def test_a_mark_that_hangs_into_the_gutter_joins_no_columns():
    press = Press(3, gutter=BODY)
    for row in range(6):
        line = ("工" * int(press.width / BODY)) + "，"
        press.put(line if row in (2, 3) else line[:-1], press.left(0), 200 + row * LEAD)
        press.put("会" * int(press.width / BODY), press.left(1), 200 + row * LEAD)
    press.turn()
    text = bare(read(press.finish())[0].inside)
    assert re.fullmatch("[工，]+会+", text)


def test_large_type_of_a_whole_article_is_text():
    press = Press(3)
    for row in range(14):
        press.put(PROSE[:16], press.left(0), 100 + row * 18, 11)
    for row in range(40):
        press.put(PROSE[:18], press.left(1), 100 + row * LEAD)
    press.turn()
    assert "#" not in read(press.finish())[0].inside


def test_headers_footers_and_numbers_of_an_issue_are_furniture():
    press = Press(4)
    stories = [(head[:12], "".join(text)) for head, text in read_stories()[:3]]
    for number, (head, text) in enumerate(stories, start=1):
        press.put("某某日报 2024年1月3日", MARGIN, 40)
        press.put("要闻", 400, 40)
        press.put("本版制作：某某中心", MARGIN, 1160)
        press.put(str(number), 420, 1175)
        print_article(press, text, head)
    for number, sheet in enumerate(read(press.finish()), start=1):
        assert bare(sheet.inside) == bare("".join(stories[number - 1]))
        assert set(sheet.furniture.split("\n")) >= {"要闻", "本版制作：某某中心", str(number)}
        assert sheet.page.source == f"issue.pdf#p{number}"


def test_a_page_that_is_there_twice_keeps_its_first_lines():
    press = Press(4)
    for _ in range(2):
        press.flow(read_stories())
        press.turn()
    first, second = read(press.finish())
    assert first.page.text == second.page.text
    assert not first.furniture.strip()


def test_the_first_line_of_a_column_is_no_header():
    sheet = read(print_article(Press(4)).finish())[0]
    assert (sheet.head, sheet.foot) == (0, 0)


@pytest.mark.parametrize("leader", ["......", "……", "gap"])
def test_a_table_of_contents_is_furniture_and_no_article(leader):
    press = Press(4)
    for row, (head, _) in enumerate(read_stories()[:5]):
        line = head[:14]
        if leader == "gap":
            press.put(str(row + 2), 400, 300 + row * 20)
        press.put(line if leader == "gap" else f"{line}{leader}{row + 2}", MARGIN, 300 + row * 20)
    press.turn()
    print_article(press)
    contents, page = cut_input(Input("issue.pdf", data=press.finish()), split_page)
    assert (contents.articles, len(page.articles)) == ((), 1)
    assert [piece.end - piece.start for piece in contents.furniture] == [len(contents.page.text)]


def test_a_table_of_results_is_no_contents():
    press = Press(4)
    for row, (team, points) in enumerate([("北京队", 31), ("上海队", 28), ("广东队", 30)]):
        press.put(f"{team}……{points}", MARGIN, 300 + row * 20)
    assert "北京队" in read(print_article(press).finish())[0].inside


def test_newspaper_and_date_of_the_first_page_hold_for_the_issue():
    press = Press(4)
    press.put("某某日报", 300, 60, 30)
    press.put("2024年1月3日 星期三", 300, 80)
    print_article(press)
    print_article(press)
    cuts = list(cut_input(Input("issue.pdf", data=press.finish()), split_page))
    assert [(cut.page.newspaper, cut.page.date) for cut in cuts] == [("某某日报", "2024-01-03")] * 2


def test_a_page_that_is_turned_is_read_as_it_is_shown():
    press = Press(4)
    press.canvas.setPageRotation(90)
    # Shown, the file's x runs down the page and its y to the right.
    press.canvas.transform(0, 1, -1, 0, press.size[1], 0)
    for row in range(3):
        press.put(f"{PROSE[:20]}{row}", MARGIN, 100 + row * LEAD)
    press.turn()
    text = read(press.finish())[0].page.text
    assert bare(text) == "".join(f"{PROSE[:20]}{row}" for row in range(3))


def test_every_character_is_in_exactly_one_piece():
    press = Press(4)
    press.put("某某日报 2024年1月3日", MARGIN, 40)
    press.put("3", 420, 1175)
    press.flow(read_stories())
    [cut] = cut_input(Input("issue.pdf", data=press.finish()), split_page)
    spans = [span for article in cut.articles for span in article.spans]
    spans += [(piece.start, piece.end) for piece in cut.furniture]
    counted = sorted(at for start, end in spans for at in range(start, end))
    assert counted == list(range(len(cut.page.text)))


def test_words_at_an_angle_are_furniture_and_not_lost():
    press = print_article(Press(columns=2))
    press.canvas.saveState()
    press.canvas.translate(820, 600)
    press.canvas.rotate(90)
    press.put("工人日报二〇二四年", 0, press.size[1])
    press.canvas.restoreState()
    print_article(press)
    texts = [sheet.page.text for sheet in read(press.finish())]
    assert [text.count("工人日报二〇二四年") for text in texts] == [0, 1]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_that_lies_on_its_side_is_turned(angle):
    press = Press(columns=2, size=(842.0, 842.0))
    press.canvas.translate(421, 421)
    press.canvas.rotate(angle)
    press.canvas.translate(-421, -421)
    print_article(press)
    [sheet] = read(press.finish())
    assert sheet.page.text.startswith(f"## {HEAD}\n\n{PROSE}")


def test_a_headline_down_the_page_is_one_line():
    press = Press(columns=3)
    for row, sign in enumerate(HEAD):
        press.put(sign, press.left(0), 124.0 + 24 * row, 20.0)
    for row, (indent, line) in enumerate(set_text([PROSE * 12], press.width)):
        press.put(line, press.left(1) + indent, 113.5 + row * LEAD)
    [sheet] = read(press.finish())
    assert sheet.page.text.startswith(f"## {HEAD}\n\n{PROSE}")
