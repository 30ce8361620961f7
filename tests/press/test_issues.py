"""Pages are of one issue by newspaper and date, or by lying together where these are untold."""

from dataclasses import replace

from analysis.press.issues import count_untold, pair_marks
from analysis.press.records import Article, Page

FIRST = Page("in/1.txt", "一版", newspaper="市报", date="2024-04-03", edition="1")
THIRD = Page("in/3.txt", "三版", newspaper="市报", date="2024-04-03", edition="A03")


def story(page, **marks):
    return Article(page.id, page.source, ((0, 2),), "正文", **marks)


def pair(first, third, to="A3", came="1"):
    articles = [story(first, continued_to=to), story(third, continued_from=came)]
    return [untold for *_, untold in pair_marks(articles, {p.id: p for p in (first, third)})]


def test_marks_that_point_at_each_other_pair():
    assert pair(FIRST, THIRD) == [0]


def test_a_mark_that_points_elsewhere_does_not():
    assert pair(FIRST, THIRD, to="4") == []
    assert pair(FIRST, THIRD, came="2") == []


def test_another_newspaper_or_day_does_not():
    assert pair(FIRST, replace(THIRD, newspaper="省报")) == []
    assert pair(FIRST, replace(THIRD, date="2024-04-04")) == []


def test_facts_that_are_untold_are_counted():
    assert pair(FIRST, replace(THIRD, newspaper=None)) == [1]
    assert pair(replace(FIRST, edition=None), replace(THIRD, date=None)) == [2]


def test_untold_pages_must_lie_together():
    assert pair(FIRST, replace(THIRD, date=None, source="out/3.txt")) == []


def test_a_day_guessed_of_a_dateline_may_be_the_eve():
    eve = replace(THIRD, date="2024-04-02", origins=(("date", "dateline"),))
    assert count_untold(FIRST, eve) == 1
    assert count_untold(FIRST, replace(eve, date="2024-03-20")) is None


def test_a_page_does_not_jump_to_itself():
    both = story(FIRST, continued_to="1", continued_from="1")
    assert list(pair_marks([both], {FIRST.id: FIRST})) == []
