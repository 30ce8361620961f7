"""Edits of a cut: each does what it says, none loses a character, none breaks a build."""

from dataclasses import replace
from itertools import pairwise

import pytest

from analysis.press.article import split_page
from analysis.press.clippings import BY_HAND, Clipping, make_page_cut, read_board
from analysis.press.edits import Edit
from analysis.press.inputs import find_inputs, load_page
from analysis.press.layout import read_lines
from analysis.press.mending import DROPPED, apply_edits
from analysis.press.records import Furniture, Page, PageCut
from analysis.resources import SEEDS

UNIONS = (
    "本报北京4月3日电 （记者郑莉 朱欣）全国总工会今天召开全国工会数智化建设会议，深入实施\n"
    "工会数智化建设工程，持续深化工会建设。各级工会干部职工代表参加了这次在北京召开的会议，\n"
    "认真学习有关文件精神。"
)
TREES = (
    "新华社杭州4月3日电 （记者鞠鹏）清明前后，浙江各地的干部群众参加义务植树，种下了樱桃、\n"
    "侧柏、油松等多种树苗，为山川增添绿色。孩子们提着水桶给树苗浇水，林业专家介绍了树木养护\n"
    "的知识。"
)
TEXT = f"人民日报\n1998年1月13日 第5版\n\n全总部署工作\n\n{UNIONS}\n\n各地植树\n\n{TREES}\n"
PAGE = Page("page.txt", TEXT, date="1998-01-13")
HEAD, BODY = TEXT.index("全总"), TEXT.index("本报北京")
NEXT, END = TEXT.index("各地植树"), TEXT.index("新华社")


def line_of(words):
    return max(line.start for line in read_lines(TEXT) if line.start <= TEXT.index(words))


def cut_by_hand():
    """Cut the page as a reader would: what edits do must not hang on what the press has learnt."""
    board = read_board(PageCut(PAGE, (), (Furniture("masthead", 0, HEAD),)))
    clippings = (
        Clipping(((HEAD, NEXT),), heads=((HEAD, BODY),)),
        Clipping(((NEXT, len(TEXT)),), heads=((NEXT, END),)),
    )
    return make_page_cut(replace(board, clippings=clippings))


@pytest.fixture(scope="module")
def cut():
    return cut_by_hand()


@pytest.fixture
def mend(check_whole):
    def mended(cut, *edits):
        mended, misfits = apply_edits(cut, edits)
        assert not misfits
        check_whole(mended)
        return mended

    return mended


def edit(kind, at, **said):
    return Edit(kind, PAGE.id, at, **said)


def test_no_edit_is_the_cut_itself(cut, mend):
    assert mend(cut) == cut


def test_an_article_made_anew_is_the_same(cut):
    board = read_board(cut)
    clippings = tuple(replace(one, made=None) for one in board.clippings)
    anew = make_page_cut(replace(board, clippings=clippings))
    assert [one.body for one in anew.articles] == [one.body for one in cut.articles]
    assert [one.headline for one in anew.articles] == [one.headline for one in cut.articles]
    assert [one.notes for one in anew.articles] == [one.notes for one in cut.articles]


def test_joined_articles_are_one_under_the_first_headline(cut, mend):
    [article] = mend(cut, edit("join", BODY, to=END)).articles
    assert article.headline == "全总部署工作"
    assert "各地植树\n" in article.body
    assert article.id == cut.articles[0].id


def test_joining_the_other_way_round_reads_in_that_order(cut, mend):
    [article] = mend(cut, edit("join", END, to=BODY)).articles
    assert article.headline == "各地植树"
    assert article.body.startswith("清明前后")


def test_a_split_at_a_line_divides_the_paragraph(cut, mend):
    at = line_of("工会数智化建设工程")
    first, second, _ = mend(cut, edit("split", at)).articles
    assert first.body.endswith("深入实施")
    assert second.body.startswith("工会数智化建设工程，持续")
    assert (first.headline, second.headline) == ("全总部署工作", None)
    assert first.byline == "记者 郑莉 朱欣"


def test_a_split_is_undone_by_a_join(cut, mend):
    at = line_of("工会数智化建设工程")
    mended = mend(cut, edit("split", at), edit("join", BODY, to=at))
    assert [one.body for one in mended.articles] == [one.body for one in cut.articles]


def test_a_part_that_begins_with_a_headline_is_given_it():
    """Join two articles of a sample page and split them again: the second has its headline."""
    kept = []
    for item in find_inputs([SEEDS]):
        whole = split_page(load_page(item))
        page = whole.page.id
        for first, second in pairwise(whole.articles):
            at, to = first.spans[0][0], second.spans[0][0]
            simple = len(first.spans) == len(second.spans) == 1
            if simple and first.spans[0][1] == to and second.headline:
                edits = [Edit("join", page, at, to=to), Edit("split", page, to)]
                mended, misfits = apply_edits(whole, edits)
                assert not misfits
                [again] = [one for one in mended.articles if one.id == second.id]
                kept.append(again.headline == second.headline)
    assert len(kept) >= 5
    assert sum(kept) >= 0.7 * len(kept)


def test_a_line_of_prose_is_not_made_a_headline_by_a_split(cut, mend):
    mended = mend(cut, edit("headline", BODY, lines=()), edit("split", line_of("认真学习")))
    assert [one.headline for one in mended.articles[:2]] == [None, None]


def test_what_loses_a_line_keeps_having_no_headline(cut, mend):
    bare = edit("headline", BODY, lines=())
    first, _ = mend(cut, bare, edit("drop", line_of("认真学习"), end=NEXT)).articles
    assert first.headline is None


def test_only_what_is_edited_changes(cut, mend):
    mended = mend(cut, edit("split", line_of("工会数智化建设工程")))
    assert mended.articles[-1] == cut.articles[-1]
    assert mended.articles[0].reasons == (BY_HAND,)
    assert mended.articles[0].score == 1.0


def test_moved_lines_go_over_to_the_neighbour(cut, mend):
    at = line_of("认真学习")
    first, second = mend(cut, edit("move", at, end=NEXT, to=END)).articles
    assert first.body.endswith("会议，")
    assert "认真学习有关文件精神。" in second.body
    assert second.headline == "各地植树"


def test_moving_all_lines_leaves_no_article_behind(cut, mend):
    [article] = mend(cut, edit("move", HEAD, end=NEXT, to=END)).articles
    assert article.headline == "各地植树"


def test_lines_become_the_headline(cut, mend):
    at = line_of("认真学习")
    first, _ = mend(cut, edit("headline", BODY, lines=((at, NEXT),))).articles
    assert first.headline == "认真学习有关文件精神。"
    assert first.body.startswith("全总部署工作\n")


def test_no_line_can_be_the_headline(cut, mend):
    first, _ = mend(cut, edit("headline", BODY, lines=())).articles
    assert first.headline is None
    assert first.body.startswith("全总部署工作\n")


def test_a_headline_of_ones_own_stays_over_other_edits(cut, mend):
    at = line_of("工会数智化建设工程")
    first, *_ = mend(cut, edit("headline", BODY, text="自拟标题"), edit("split", at)).articles
    assert first.headline == "自拟标题"
    assert "全总部署工作" not in first.body


def test_a_kind_is_set(cut, mend):
    _, second = mend(cut, edit("kind", END, text="photo")).articles
    assert (second.kind, second.body) == ("photo", cut.articles[1].body)


def test_a_dropped_article_is_furniture(cut, mend):
    mended = mend(cut, edit("drop", END))
    assert len(mended.articles) == 1
    assert TEXT[mended.furniture[-1].start :].startswith("各地植树")
    assert mended.furniture[-1].kind == DROPPED


def test_dropped_lines_leave_the_article(cut, mend):
    first, _ = mend(cut, edit("drop", line_of("认真学习"), end=NEXT)).articles
    assert "认真学习" not in first.body


def test_furniture_becomes_an_article_or_joins_one(cut, mend):
    alone = mend(cut, edit("restore", 0))
    assert len(alone.articles) == 3
    assert len(alone.furniture) == len(cut.furniture) - 1
    joined = mend(cut, edit("restore", 0, to=BODY))
    assert joined.articles[0].body.startswith("人民日报")


def test_a_part_of_furniture_is_restored(cut, mend):
    dropped = mend(cut, edit("drop", END), edit("restore", END, end=len(TEXT)))
    assert dropped.articles[-1].body.startswith("清明前后")
    assert dropped.furniture[-1].kind == DROPPED


@pytest.mark.parametrize(
    ("misfit", "said"),
    [
        (edit("join", 0, to=BODY), "not in the article"),
        (edit("join", HEAD, to=BODY), "in one article"),
        (edit("split", BODY + 1), "No line begins"),
        (edit("split", HEAD), "begins at character"),
        (edit("split", 0), "not in the article"),
        (edit("move", BODY, end=len(TEXT), to=END), "not in the article"),
        (edit("move", NEXT, end=END, to=END), "in one article"),
        (edit("headline", BODY, lines=((NEXT, END),)), "not in the article"),
        (edit("restore", BODY), "nothing to restore"),
        (edit("kind", 10**6, text="photo"), "not in the article"),
    ],
    ids=lambda one: one.edit if isinstance(one, Edit) else "",
)
def test_what_does_not_fit_is_told_and_changes_nothing(cut, misfit, said):
    mended, [told] = apply_edits(cut, [misfit])
    assert mended == cut
    assert told.edit == misfit
    assert said in told.en
