"""A head is linked with the tail that goes on with its words; rather with none than a wrong one."""

from analysis.press.records import Article, Page
from analysis.press.stories import find_links

FIRST = Page("in/1.txt", "一版", newspaper="市报", date="2024-04-03", edition="1")
THIRD = Page("in/3.txt", "三版", newspaper="市报", date="2024-04-03", edition="3")

PIER = "码头工人李长河在老港区修了三十年吊机。去年，老港区换上自动化吊机，李长河带着徒弟学编程"
PIER_ON = (
    "，三个月后第一个拿到证书。如今港区的吊机全由李长河的徒弟们远程操作，码头工人也坐进了空调房。"
)
TEA = "云雾山茶农周小燕的茶园今年遭了霜冻。县里的农技员连夜上山，教茶农用烟雾护住嫩芽。"
TEA_ON = "周小燕说，霜冻过后茶园保住了七成嫩芽，农技员留下的护芽法子，茶农们都记在本子上。"


def head(at, body, **more):
    return Article(FIRST.id, FIRST.source, ((at, at + 9),), body, continued_to="3", **more)


def tail(at, body, **more):
    return Article(THIRD.id, THIRD.source, ((at, at + 9),), body, continued_from="1", **more)


def sure(*articles, pages=(FIRST, THIRD)):
    return {(link.head, link.tail) for link in find_links(articles, pages) if link.is_sure}


def test_each_head_finds_its_own_tail():
    pier, tea, pier_on, tea_on = head(0, PIER), head(10, TEA), tail(0, PIER_ON), tail(10, TEA_ON)
    assert sure(pier, tea, tea_on, pier_on) == {(pier.id, pier_on.id), (tea.id, tea_on.id)}


def test_the_only_tail_of_another_story_is_left_alone():
    assert sure(head(0, PIER), tail(0, TEA_ON)) == set()


def test_two_tails_that_fit_alike_are_left_alone():
    assert sure(head(0, PIER), tail(0, PIER_ON), tail(10, PIER_ON)) == set()


def test_a_headline_that_is_repeated_speaks_for_a_tail():
    title = "老港区的新吊机"
    plain = tail(0, "大家都说，往后的日子会越来越有奔头，今后还要继续努力。")
    titled = tail(10, "大家都说，往后的日子会越来越有奔头，今后还要继续努力。", headline=title)
    first = head(0, PIER, headline=title)
    assert sure(first, plain, titled) == {(first.id, titled.id)}


def test_a_label_over_many_stories_says_nothing():
    label = "新春走基层·我在现场"
    assert sure(head(0, PIER, kicker=label), tail(0, TEA_ON, kicker=label)) == set()


def test_untold_pages_need_clearer_words():
    pages = [Page("in/1.txt", "一版"), Page("in/3.txt", "三版")]
    first = Article(pages[0].id, "in/1.txt", ((0, 9),), TEA, continued_to="3")
    second = Article(pages[1].id, "in/3.txt", ((0, 9),), TEA_ON[:22], continued_from="1")
    assert sure(first, second, pages=pages) == set()


def test_the_order_of_the_articles_does_not_matter():
    articles = [head(0, PIER), head(10, TEA), tail(0, PIER_ON), tail(10, TEA_ON)]
    assert find_links(articles, (FIRST, THIRD)) == find_links(articles[::-1], (THIRD, FIRST))
