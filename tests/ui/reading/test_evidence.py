"""Quotations, marks of topics, the strip and the word lists, without a browser."""

import pytest


def htmls_of(app):
    return "\n".join(str(one.proto.body) for one in app.get("html"))


@pytest.fixture
def article(visit):
    """Return the reader with the strongest article of the list."""
    listed = visit("themes", of="社会保险")
    link = htmls_of(listed).partition("articles?")[2].partition("article=")[2].partition('"')[0]
    return visit("articles", article=link)


def test_a_theme_shows_quotations_that_link_to_reader_and_page(visit):
    html = htmls_of(visit("themes", of="社会保险"))
    assert html.count("<blockquote") >= 3
    assert "articles?article=" in html
    assert "pages?page=" in html


def test_quotations_of_one_topic(visit):
    app = visit("themes", of="工会")
    whole = htmls_of(app)
    app.selectbox(key="in").select_index(1).run()
    assert not app.exception
    assert htmls_of(app) != whole


def test_the_reader_has_a_strip_and_numbered_sentences(article):
    html = htmls_of(article)
    assert 'class="bt-along"' in html
    assert 'href="#s-1"' in html
    assert 'id="s-1"' in html


def test_a_topic_is_marked_with_its_own_share(article):
    before = htmls_of(article)
    [box] = [one for one in article.selectbox if str(one.key).startswith("topic-")]
    box.select_index(len(box.options) - 1).run()
    assert not article.exception
    assert htmls_of(article) != before
    assert any("相加都等于" in one.value for one in article.caption)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_word_lists_have_a_section(visit, language):
    app = visit("model", section="lexicon", lang=language)
    assert not app.exception
    assert len(app.get("plotly_chart")) == 1
    assert len(app.dataframe) >= 1
