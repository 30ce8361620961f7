"""Quotations on the screen: source in its order, links, nothing of the corpus as markup."""

import re

from analysis.view.reading.quoting import Quote, draw_quotes, list_quotes


def test_a_theme_has_quotations_with_their_source(catalogue):
    quotes = list_quotes(catalogue.study, "zh", theme="工会")
    assert quotes
    for one in quotes:
        assert re.search(r"，《.+》$", one.source)
        assert re.search(r"第 \d+", one.place)


def test_a_topic_has_its_own(catalogue):
    of_topics = {
        topic: [one.text for one in list_quotes(catalogue.study, "en", topic=topic)]
        for topic in range(1, 5)
    }
    assert len({tuple(texts) for texts in of_topics.values()}) == 4


def test_source_is_newspaper_date_page(reprinted):
    sources = [one.source for one in list_quotes(reprinted.study, "zh", theme="工会")]
    assert any(re.match(r"早报，2024-04-03，第2版，《", source) for source in sources)


def test_words_of_the_corpus_are_escaped_and_links_keep_the_study():
    one = Quote("<b>工会</b>。", "报<i>", "第 3 行", "p-000001", "p", 0.5)
    html = draw_quotes([one], {"study": "0a"}, colour="#D55E00", language="zh")
    assert "&lt;b&gt;工会&lt;/b&gt;。" in html
    assert "<i>" not in html
    assert 'href="articles?study=0a&amp;article=p-000001"' in html
    assert 'href="pages?study=0a&amp;page=p&amp;article=p-000001"' in html
