"""Choices stand in the address by their keys, whatever the language."""

import pytest


def in_address(app, name):
    value = app.query_params.get(name)
    return value[0] if isinstance(value, list) else value


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_link_opens_the_section_that_it_names(visit, language):
    app = visit("model", section="counts", lang=language)
    assert not app.exception
    assert app.text_input(key="counts-range")
    assert in_address(app, "section") == "counts"


def test_a_theme_and_its_link_outlive_a_change_of_language(visit):
    app = visit("themes", of="工会")
    app.segmented_control(key="lang").set_value("en").run()
    assert "Unions" in "\n".join(one.value for one in app.subheader)
    assert (in_address(app, "of"), in_address(app, "lang")) == ("工会", "en")


def test_what_is_chosen_first_stands_in_no_address(visit):
    app = visit("model", section="words")
    app.segmented_control(key="section").set_value("topics").run()
    assert in_address(app, "section") is None


def test_a_key_that_is_none_opens_the_first(visit):
    app = visit("model", section="words or so")
    assert app.segmented_control(key="section").value == "topics"
