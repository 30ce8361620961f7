"""The section 词语 of the page 模型."""

import time

import pytest

from analysis.study.wordlists import parse_words


@pytest.fixture
def section(visit):
    """Return the section with nothing done yet."""
    return visit("model", section="words")


def texts_of(app):
    kinds = ("subheader", "markdown", "caption", "info", "warning", "error")
    return "\n".join(str(one.value) for kind in kinds for one in app.get(kind))


def put(app, text):
    app.text_area(key="word-add").set_value(text)
    return next(one for one in app.button if one.label == "加入").click().run()


def test_the_section_has_no_fault(section):
    assert not section.exception
    assert "词表" in texts_of(section)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_new_words_are_found_when_asked_for(visit, language):
    app = visit("model", section="words", lang=language)
    app.button(key="find").click().run()
    assert not app.exception
    assert len(app.dataframe[0].value) >= 50
    assert app.button(key="take").disabled


def test_a_word_that_is_added_is_shown_before_it_is_applied(section):
    app = put(section, "数智化建设、的")
    assert "加入词典：数智化建设" in texts_of(app)
    assert "篇文章的分词或计数会变" in texts_of(app)
    assert "1 项不能当作词" in texts_of(app)


def test_a_draft_is_tried_and_discarded(section):
    app = put(section, "数智化建设")
    app.button(key="try").click().run()
    assert "篇文章中的" in texts_of(app)
    app.button(key="discard").click().run()
    assert "准备的改动" not in texts_of(app)


def test_the_list_that_is_taken_away_can_be_read_again(section):
    words = section.dataframe[0].value["word"].tolist()
    assert parse_words("\n".join(words)).words == tuple(words)


def test_a_draft_that_is_applied_is_in_the_visitors_own_copy(section):
    app = put(section, "数智化建设")
    app.button(key="apply").click().run()
    deadline = time.monotonic() + 60
    while "refit_job" in app.session_state and time.monotonic() < deadline:
        time.sleep(0.2)
        app.run()
    assert not app.exception
    assert "准备的改动" not in texts_of(app)
    assert "数智化建设" in app.dataframe[0].value["word"].tolist()
