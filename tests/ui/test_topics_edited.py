"""A visitor's edits of topics: at once or by a refit, in a copy, undone one by one."""

import time

import pytest

from analysis.study.shelf import find_study
from analysis.study.topics import list_topic_edits


@pytest.fixture
def themes(visit):
    return visit("themes", of="工会")


def own_study(app):
    key = app.query_params["study"]
    return find_study(key if isinstance(key, str) else key[0])


def press(app, key):
    app.button(key=key).click()
    app.run()
    assert not app.exception
    return app


def wait_for_refit(app):
    deadline = time.monotonic() + 60
    while "refit_job" in app.session_state and time.monotonic() < deadline:
        time.sleep(0.2)
        app.run()
    assert not app.exception
    return app


def test_a_renamed_topic_bears_its_name_in_the_chart(themes):
    topic = themes.selectbox(key="topic-of").value
    themes.text_input(key=f"topic-name-{topic}").input("我的议题")
    press(themes, "topic-rename")
    assert [edit.name for edit in list_topic_edits(own_study(themes))] == ["我的议题"]
    assert any("我的议题" in option for option in themes.selectbox(key="topic-of").options)


def test_a_divided_and_a_hidden_topic(themes):
    press(themes, "topic-split")
    press(themes, "topic-hide")
    edits = list_topic_edits(own_study(themes))
    assert [edit.edit for edit in edits] == ["split", "hide"]


def open_changes(visit):
    app = visit("model")
    app.segmented_control(key="section").set_value("changes").run()
    assert not app.exception
    return app


def test_another_number_of_topics_is_fitted_in_the_background(visit):
    app = open_changes(visit)
    app.number_input(key="count-of").set_value(9)
    press(app, "count-take")
    assert "study" not in app.query_params
    press(app, "refit")
    wait_for_refit(app)
    study = own_study(app)
    assert study.recipe.settings.topics == 9
    assert [edit.number for edit in list_topic_edits(study)] == [9]
    assert any("主要主题变了" in one.value for one in app.text)
    press(app, "undo-topic-1")
    wait_for_refit(app)
    assert list_topic_edits(own_study(app)) == ()


def test_a_theme_is_added_by_a_refit(visit):
    app = open_changes(visit)
    app.selectbox(key="theme-of").select("").run()
    app.text_input(key="theme-name-new").input("水")
    app.text_input(key="theme-en-new").input("Water")
    app.text_area(key="theme-words-new").input("水质、河长")
    app.run()
    press(app, "theme-keep")
    press(app, "refit")
    wait_for_refit(app)
    assert own_study(app).recipe.themes[-1].words == ("水质", "河长")


def test_what_waits_can_be_taken_out_again(visit):
    app = open_changes(visit)
    press(app, "count-take")
    press(app, "waiting-0")
    assert app.button(key="refit").disabled


def test_edits_of_pages_wait_for_a_refit(visit):
    app = open_changes(visit)
    app.number_input(key="count-of").set_value(9)
    press(app, "count-take")
    press(app, "refit")
    app.switch_page("analysis/ui/pages/themes.py").run()
    if "refit_job" in app.session_state:
        press(app, "topic-hide")
        assert (
            any("完成后再修改" in one.value for one in app.warning) or "study" in app.query_params
        )
    wait_for_refit(app)
    assert [edit.edit for edit in list_topic_edits(own_study(app))][:1] == ["count"]
