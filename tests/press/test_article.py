"""A page becomes articles, and no character of it is lost."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.press import repair
from analysis.press.article import join_spans, split_page
from analysis.press.errors import NoArticle
from analysis.press.records import Page

MASTHEAD = "人民日报\n1998 年 1 月 13 日 第 5 版"
UNIONS = (
    "本报北京4月3日电 （记者郑莉 朱欣）全国总工会今天召开全国工会数智化建设会议，深入实施"
    "工会数智化建设工程，持续深化工会建设。"
)
UNIONS_END = (
    "会议指出，工会数智化建设是重要内容和基础工程。各级工会要狠抓落实，确保工会数智化建设"
    "同步推进。（下转第3版）"
)
TREES = (
    "新华社杭州4月3日电 （记者鞠鹏）清明前后，浙江各地的干部群众参加义务植树，种下了樱桃、"
    "侧柏、油松等多种树苗，为山川增添绿色。"
)
TREES_END = (
    "植树点的土地湿润，孩子们提着水桶给树苗浇水，林业专家介绍了树木养护的知识，义务植树已经"
    "坚持了十七年。"
)
STORIES = f"全总部署数智化工作\n\n{UNIONS}\n\n{UNIONS_END}"
PAGE = f"{MASTHEAD}\n\n{STORIES}\n\n各地举办植树活动\n\n{TREES}\n\n{TREES_END}"
CREDITS = ["本报讯 （记者 王芳）", "新华社北京4月3日电", "本报记者 李明", "新华社记者 鞠鹏 摄"]
WORDS = ["全国总工会今天召开会议，", "部署今年工作。", "要闻", "——纪实", "树", "，", "## "]
MARKS = ["（下转第3版）", "（上接第一版）", "第4版", "2024年1月2日 星期二"]
BITS = st.sampled_from([*CREDITS, *WORDS, *MARKS, "\n", "\n\n", "\r\n", " ", "　", "\u200b"])


@pytest.fixture(scope="module")
def cut():
    return split_page(Page("page.txt", PAGE, date="1998-01-13"))


def test_a_page_is_cut_into_its_articles(cut):
    assert [article.headline for article in cut.articles] == [
        "全总部署数智化工作",
        "各地举办植树活动",
    ]


def test_credits_are_data_and_not_body(cut):
    first = cut.articles[0]
    assert (first.byline, first.place, first.continued_to) == ("记者 郑莉 朱欣", "北京", "3")
    assert first.body.startswith("全国总工会今天召开")
    assert "下转" not in first.body


def test_an_agency_is_named(cut):
    assert (cut.articles[1].agency, cut.articles[1].date) == ("新华社", "1998-04-03")


def test_the_masthead_is_furniture(cut):
    assert {piece.kind for piece in cut.furniture} == {"masthead"}


def test_replaying_the_notes_gives_the_body(cut):
    for article in cut.articles:
        assert repair.replay(PAGE, article.spans, article.notes).strip() == article.body


@pytest.mark.parametrize("text", ["要闻", "第4版\n\n要闻\n\n新春走基层", "价格表\n1\n2\n3"])
def test_a_page_without_prose_is_said_to_have_no_article(text):
    with pytest.raises(NoArticle):
        split_page(Page("page.txt", text))


def test_the_same_page_gives_the_same_cut(cut):
    assert split_page(Page("page.txt", PAGE, date="1998-01-13")) == cut


@settings(max_examples=60, deadline=None)
@given(st.lists(BITS, min_size=1, max_size=60).map("".join))
def test_every_character_belongs_to_exactly_one_piece(text):
    try:
        found = split_page(Page("page.txt", text))
    except NoArticle:
        return
    spans = [span for article in found.articles for span in article.spans]
    spans += [(piece.start, piece.end) for piece in found.furniture]
    covered = sorted(at for start, end in spans for at in range(start, end))
    assert covered == list(range(len(text)))


@settings(max_examples=60, deadline=None)
@given(st.lists(BITS, min_size=1, max_size=60).map("".join))
def test_notes_of_any_page_replay_to_the_body(text):
    try:
        found = split_page(Page("page.txt", text))
    except NoArticle:
        return
    for article in found.articles:
        assert repair.replay(text, article.spans, article.notes).strip() == article.body


def test_spans_that_follow_each_other_are_one():
    assert join_spans([(0, 3), (3, 5), (9, 11)]) == ((0, 5), (9, 11))
