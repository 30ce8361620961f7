"""A page's automatic cut is kept whole: it comes back as it went."""

from analysis.press.article import split_page
from analysis.press.cutting import cut_input
from analysis.press.inputs import Input, find_inputs
from analysis.press.records import Article, Furniture, Note, Page, PageCut
from analysis.resources import SEEDS
from analysis.study.kept import dump_cut, load_cut, load_page
from analysis.study.tables import read_table


def cuts_of(item):
    return [cut for cut in cut_input(item, split_page) if isinstance(cut, PageCut)]


def test_the_seeds_come_back_as_they_went():
    for item in find_inputs([SEEDS]):
        for cut in cuts_of(item):
            assert load_cut(cut.page, dump_cut(cut)) == cut


def test_an_article_of_a_table_comes_back():
    table = "标题,正文,作者\n头条,第一段。,王芳\n".encode()
    [cut] = cuts_of(Input("a.csv", data=table))
    assert load_cut(cut.page, dump_cut(cut)) == cut


def test_all_that_an_article_says_comes_back():
    page = Page("a.txt", "标题\n正文。")
    article = Article(
        page.id,
        "a.txt",
        ((0, 3), (3, 6)),
        "不是版面上的字。",
        kind="photo",
        headline="标题",
        notes=(Note("headline", 0, 3, "标题\n", ""),),
        score=0.5,
        reasons=("opening",),
    )
    cut = PageCut(page, (article,), (Furniture("label", 6, 6),))
    assert load_cut(page, dump_cut(cut)) == cut


def test_a_page_comes_back_from_its_row(built, inputs):
    pages = {cut.page for item in inputs for cut in cuts_of(item)}
    assert {load_page(row) for row in read_table(built.study.folder, "pages").to_pylist()} == pages
