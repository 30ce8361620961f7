"""The pieces of a story become one article; the reader's edits go before what was found."""

from dataclasses import replace

import pytest

from analysis.press.records import Article, Note, Page, Tail
from analysis.press.threads import apply_links, join_story

PAGES = tuple(
    Page(f"in/{n}.txt", f"{n}版", newspaper="市报", date="2024-04-03", edition=str(n))
    for n in (1, 2, 3)
)
TORN = "码头工人李长河在老港区修了三十年吊机，去年他带着徒弟学编"
REST = "程，三个月后第一个拿到证书，如今李长河的徒弟们远程操作老港区的吊机。"
OTHER = "云雾山茶农周小燕的茶园今年遭了霜冻，农技员连夜上山。"


def piece(number, body, **more):
    page = PAGES[number - 1]
    return Article(page.id, page.source, ((0, 9),), body, **more)


HEAD = piece(1, TORN, continued_to="3", headline="老港区的新吊机", byline="记者 王海")
TAIL = piece(
    3, REST, continued_from="1", place="宁波", byline="记者 王海", notes=(Note("x", 0, 1, "a", ""),)
)


def joined(*articles, edits=()):
    threads = apply_links(articles, PAGES, edits)
    return {one.id: tuple(tail.page_id for tail in one.tails) for one in threads.articles}


def test_both_ends_make_one_article():
    assert joined(HEAD, TAIL) == {HEAD.id: (TAIL.page_id,)}


def test_a_torn_sentence_is_whole_again():
    assert join_story(HEAD, TAIL).body == TORN + REST


def test_a_whole_paragraph_stays_one():
    ended = piece(1, OTHER)
    assert join_story(ended, TAIL).body == f"{OTHER}\n{REST}"


def test_the_head_gives_id_and_headline_the_tail_what_is_missing():
    story = join_story(HEAD, TAIL)
    assert (story.id, story.headline, story.place) == (HEAD.id, HEAD.headline, "宁波")
    assert story.byline == "记者 王海"
    assert story.tails == (Tail(TAIL.page_id, TAIL.source, TAIL.spans, TAIL.notes),)


def test_another_headline_of_the_tail_is_a_subhead():
    other = replace(TAIL, headline="徒弟们的证书", kicker="技能强港")
    story = join_story(HEAD, other)
    assert (story.kicker, story.headline) == ("技能强港", HEAD.headline)
    assert story.subhead == "徒弟们的证书"
    assert join_story(HEAD, replace(TAIL, headline="新吊机")).subhead is None


def test_everyone_who_reported_is_named_once():
    head, tail = (
        replace(one, reporters=names)
        for one, names in ((HEAD, ("王海", "李明")), (TAIL, ("李明", "赵云")))
    )
    assert join_story(head, tail).reporters == ("王海", "李明", "赵云")


def test_a_story_of_three_pages_is_one():
    middle = piece(3, REST, continued_from="1", continued_to="2")
    end = piece(
        2, f"老港区的吊机又添了新伙伴，李长河和徒弟们说好，{TORN[:20]}。", continued_from="3"
    )
    assert joined(HEAD, middle, end) == {HEAD.id: (middle.page_id, end.page_id)}


def test_an_edit_keeps_them_apart():
    unlink = {"edit": "unlink", "article": HEAD.id}
    assert joined(HEAD, TAIL, edits=[unlink]) == {HEAD.id: (), TAIL.id: ()}


def test_an_edit_joins_what_was_not_found():
    stranger = piece(2, OTHER)
    link = {"edit": "link", "article": HEAD.id, "tail": stranger.id}
    assert joined(HEAD, TAIL, stranger, edits=[link]) == {
        HEAD.id: (stranger.page_id,),
        TAIL.id: (),
    }


def test_the_later_edit_counts():
    edits = [
        {"edit": "unlink", "article": HEAD.id},
        {"edit": "link", "article": HEAD.id, "tail": TAIL.id},
    ]
    assert joined(HEAD, TAIL, edits=edits) == {HEAD.id: (TAIL.page_id,)}


@pytest.mark.parametrize(
    "edit",
    [
        {"edit": "link", "article": HEAD.id, "tail": "gone-000000"},
        {"edit": "unlink", "article": "gone-000000"},
        {"edit": "link", "article": HEAD.id, "tail": HEAD.id},
        {"edit": "link", "article": TAIL.id, "tail": HEAD.id},
    ],
)
def test_an_edit_that_fits_nothing_is_told_and_changes_nothing(edit):
    threads = apply_links([HEAD, TAIL], PAGES, [edit])
    assert threads.misfits == (edit,)
    assert len(threads.articles) == 1


def test_other_edits_are_left_alone():
    assert apply_links([HEAD], PAGES, [{"edit": "drop", "article": "x"}]).misfits == ()
