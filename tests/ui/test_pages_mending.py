"""版面: the cut of a page is seen and mended; a visitor's edits are a visitor's own."""

import re
import shutil

import pytest

from analysis.study.folder import open_study
from analysis.study.shelf import find_study
from analysis.view.reading.galley import UNSURE

NONE = "还没有修改。"


def open_pages(visit, **query):
    return visit("pages", **query)


def click(app, key):
    app.button(key=key).click().run()
    assert not app.exception
    assert not app.error
    return app


def options_of(app, key):
    return app.selectbox(key=key).options


def edits_of(app):
    key = app.query_params["study"]
    return find_study(key[0] if isinstance(key, list) else key).recipe.edits


def captions_of(app):
    return [caption.value for caption in app.caption]


@pytest.fixture
def pages(visit):
    """Open the page that comes first, at its first article."""
    app = open_pages(visit)
    box = app.selectbox(key="article_box")
    # The other one: what is chosen already changes nothing.
    return box.select_index(1 if box.index == 0 else 0).run()


def test_the_address_names_page_and_article(pages, visit):
    page, article = pages.query_params["page"], pages.query_params["article"]
    [page], [article] = ([one] if isinstance(one, str) else one for one in (page, article))
    assert article.startswith(page)
    again = open_pages(visit, page=page, article=article)
    assert again.selectbox(key="page_box").value == page
    assert again.selectbox(key="article_box").value == article


def test_another_page_is_chosen(pages):
    other = next(one for one in [0, 1] if pages.selectbox(key="page_box").index != one)
    pages.selectbox(key="page_box").select_index(other).run()
    assert not pages.exception
    assert pages.selectbox(key="page_box").index == other


def test_unsure_cuts_are_counted(pages):
    assert any(f"不确定（可信度低于 {UNSURE:.0%}）" in caption for caption in captions_of(pages))


def test_an_edit_goes_to_a_copy_that_others_do_not_see(pages, visit):
    before = len(options_of(pages, "article_box"))
    click(pages, "mend-next")
    assert len(options_of(pages, "article_box")) == before - 1
    assert [edit["edit"] for edit in edits_of(pages)] == ["join"]
    other = open_pages(visit)
    assert len(options_of(other, "article_box")) == before
    assert NONE in captions_of(other)


def test_further_edits_go_to_the_same_copy_and_are_undone_one_by_one(pages):
    before = options_of(pages, "article_box")
    click(pages, "mend-next")
    key = pages.query_params["study"]
    click(pages, "mend-kind-notice")
    assert pages.query_params["study"] == key
    click(pages, "mend-undo-1")
    assert [edit["edit"] for edit in edits_of(pages)] == ["kind"]
    click(pages, "mend-undo-last")
    assert options_of(pages, "article_box") == before
    assert NONE in captions_of(pages)


def test_who_follows_the_link_does_not_change_the_copy(pages, visit):
    click(pages, "mend-next")
    link = pages.query_params["study"]
    [link] = [link] if isinstance(link, str) else link
    other = open_pages(visit, study=link)
    click(other, "mend-undo-last")
    assert other.query_params["study"] != pages.query_params["study"]
    assert len(find_study(link).recipe.edits) == 1


def choose_line(app, end, index):
    [box] = [one for one in app.selectbox if one.key.startswith(f"mend-{end}-")]
    box.select_index(index).run()


def test_an_article_is_split_at_a_line(pages):
    before = len(options_of(pages, "article_box"))
    choose_line(pages, "from", 2)
    click(pages, "mend-split")
    assert len(options_of(pages, "article_box")) == before + 1


def test_lines_go_to_the_neighbour(pages):
    choose_line(pages, "from", 3)
    click(pages, "mend-down")
    assert {edit["edit"] for edit in edits_of(pages)} == {"move"}


def test_lines_become_the_headline(pages):
    choose_line(pages, "from", 1)
    choose_line(pages, "to", 1)
    click(pages, "mend-head")
    assert edits_of(pages)[0]["lines"]


def test_a_headline_of_ones_own_is_set(pages):
    [box] = [one for one in pages.text_input if one.key.startswith("mend-headline-")]
    box.set_value("自拟的标题").run()
    click(pages, "mend-retitle")
    assert any("自拟的标题" in option for option in options_of(pages, "article_box"))


def test_a_dropped_article_can_be_restored(pages):
    before = len(options_of(pages, "article_box"))
    click(pages, "mend-drop")
    assert len(options_of(pages, "article_box")) == before - 1
    dropped = next(
        n for n, one in enumerate(options_of(pages, "mend-furniture")) if "已去掉" in one
    )
    pages.selectbox(key="mend-furniture").select_index(dropped).run()
    click(pages, "mend-restore")
    assert len(options_of(pages, "article_box")) == before


@pytest.mark.parametrize(
    "query",
    [{"page": "nopage"}, {"article": "no-such"}, {"page": "../etc", "article": "x-9"}],
    ids=str,
)
def test_an_odd_address_shows_a_page(visit, query):
    app = open_pages(visit, **query)
    assert not app.exception
    assert options_of(app, "article_box")


def test_the_filter_narrows_the_pages(visit):
    everything = open_pages(visit)
    some = open_pages(visit, paper="工人日报")
    assert 0 < len(options_of(some, "page_box")) < len(options_of(everything, "page_box"))


def test_english_by_the_switch(visit):
    app = open_pages(visit, lang="en")
    assert not app.exception
    assert app.button(key="mend-drop").label == "Drop the article"


def test_an_edit_without_its_ground_is_shown_as_a_misfit(pages):
    click(pages, "mend-drop")
    dropped = next(
        n for n, one in enumerate(options_of(pages, "mend-furniture")) if "已去掉" in one
    )
    pages.selectbox(key="mend-furniture").select_index(dropped).run()
    click(pages, "mend-restore")
    click(pages, "mend-undo-1")
    assert any("△ 对不上，未执行" in text.value for text in pages.text)


def test_a_page_without_articles_says_so_and_can_be_restored(visit):
    app = open_pages(visit, page=smallest_page(open_pages(visit)))
    while app.selectbox(key="page_box").value and has_articles(app):
        click(app, "mend-drop")
    assert any("这一版没有文章" in info.value for info in app.info)
    click(app, "mend-undo-last")
    assert has_articles(app)


def has_articles(app):
    return any(box.key == "article_box" for box in app.selectbox)


def smallest_page(app):
    labels = options_of(app, "page_box")
    counts = [int(re.search(r"(\d+) 篇", label)[1]) for label in labels]
    app.selectbox(key="page_box").select_index(counts.index(min(counts))).run()
    return app.selectbox(key="page_box").value


@pytest.fixture
def mine(built, tmp_path, monkeypatch):
    """Make a folder of one's own that the dashboard is opened on."""
    folder = (tmp_path / "mine").resolve()
    shutil.copytree(built.study.folder, folder)
    monkeypatch.setenv("BAOTI_STUDY", str(folder))
    return folder


def saved_in(folder):
    return [edit["edit"] for edit in open_study(folder).recipe.edits]


def test_edits_are_saved_to_the_folder_that_was_opened(visit, mine):
    app = open_pages(visit)
    click(app, "mend-drop")
    assert saved_in(mine) == []
    click(app, "mend-save")
    assert saved_in(mine) == ["drop"]
    assert not app.info


def test_saving_keeps_what_another_saved_meanwhile(visit, mine):
    one, other = open_pages(visit), open_pages(visit)
    click(one, "mend-kind-notice")
    click(other, "mend-drop")
    click(one, "mend-save")
    click(other, "mend-save")
    assert saved_in(mine) == ["kind", "drop"]
    assert any("那些修改已保留" in info.value for info in other.info)
    click(other, "mend-save")
    assert saved_in(mine) == ["kind", "drop"]
    click(other, "mend-undo-last")
    click(other, "mend-save")
    assert saved_in(mine) == ["kind"]


def test_saving_takes_out_an_undone_edit_of_the_folder(visit, mine):
    first = open_pages(visit)
    click(first, "mend-kind-notice")
    click(first, "mend-save")
    one, other = open_pages(visit), open_pages(visit)
    click(one, "mend-undo-last")
    click(other, "mend-drop")
    click(other, "mend-save")
    click(one, "mend-save")
    assert saved_in(mine) == ["drop"]
