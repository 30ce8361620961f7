"""A visitor's edits of topics: at once or by a refit, in a copy, undone one by one."""

import time
from itertools import permutations
from types import SimpleNamespace

import pytest

from analysis.study.foreseeing import find_themes, foresee_theme
from analysis.study.recipe import new_recipe
from analysis.study.shelf import find_study, shelve_study
from analysis.study.topics import list_topic_edits


@pytest.fixture
def shelved(inputs):
    """Return the key of a small study on the shelf: its refits take a moment."""
    return shelve_study(inputs, recipe=new_recipe(topics=4)).study.folder.name


@pytest.fixture
def themes(visit, shelved):
    return visit("themes", study=shelved, of="工会")


@pytest.fixture
def changes(visit, shelved):
    app = visit("model", study=shelved)
    app.segmented_control(key="section").set_value("changes").run()
    assert not app.exception
    return app


def own_study(app):
    key = app.query_params["study"]
    return find_study(key if isinstance(key, str) else key[0])


def press(app, key):
    app.button(key=key).click()
    app.run()
    assert not app.exception
    return app


def wait_for_refit(app):
    deadline = time.monotonic() + 120
    while "refit_job" in app.session_state and time.monotonic() < deadline:
        time.sleep(0.2)
        app.run()
    assert not app.exception
    return app


def test_a_renamed_topic_bears_its_name_in_the_chart(themes):
    topic = themes.selectbox(key="topic-of-工会").value
    before = name_field(themes, topic).value
    name_field(themes, topic).input("我的议题")
    press(themes, "topic-rename")
    assert [edit.name for edit in list_topic_edits(own_study(themes))] == ["我的议题"]
    assert any("我的议题" in option for option in themes.selectbox(key="topic-of-工会").options)
    undo = themes.button(key="topic-undo")
    # It says what was done: to the topic as it was called then.
    assert f"{topic} {before} 改名为“我的议题”" in undo.label
    press(themes, "topic-undo")
    assert name_field(themes, topic).value == before


def name_field(app, topic):
    return next(one for one in app.text_input if one.key.startswith(f"topic-name-{topic}-"))


def theme_field(app, topic):
    return next(one for one in app.selectbox if one.key.startswith(f"topic-theme-{topic}-"))


def test_a_merge_that_moves_a_topic_says_so_before_and_after(visit, shelved):
    study = find_study(shelved)
    pairs = permutations(find_themes(study), 2)
    kept, other = next(
        (one, two)
        for one, two in pairs
        if foresee_theme(study, one, [two]) != find_themes(study)[one]
    )
    moved, names = foresee_theme(study, kept, [other]), find_themes(study)
    app = visit("themes", study=shelved, of=names[kept], **{"in": str(kept)})
    app.multiselect(key=f"topic-others-{kept}").select(other).run()
    assert any("合并以后" in one.value and moved in one.value for one in app.caption)
    press(app, "topic-merge")
    assert find_themes(own_study(app))[kept] == moved
    assert any("现在归入" in one.value and moved in one.value for one in app.info)
    [of] = [one.key for one in app.selectbox if one.key.startswith("topic-of-")] or [None]
    if of:
        app.selectbox(key=of).select(kept).run()
    assert theme_field(app, kept).value == moved


def test_a_divided_and_a_hidden_topic(themes):
    press(themes, "topic-split")
    press(themes, "topic-hide")
    edits = list_topic_edits(own_study(themes))
    assert [edit.edit for edit in edits] == ["split", "hide"]


def test_another_number_of_topics_is_fitted_in_the_background(changes, shelved):
    app = changes
    app.number_input(key="count-of").set_value(3)
    press(app, "count-take")
    assert own_study(app).folder.name == shelved
    press(app, "refit")
    wait_for_refit(app)
    study = own_study(app)
    assert study.recipe.settings.topics == 3
    assert [edit.number for edit in list_topic_edits(study)] == [3]
    assert any("主要主题变了" in one.value for one in app.text)
    press(app, "undo-topic-1")
    wait_for_refit(app)
    assert list_topic_edits(own_study(app)) == ()


def test_a_theme_is_added_by_a_refit(changes):
    app = changes
    app.selectbox(key="theme-of").select("").run()
    app.text_input(key="theme-name-new").input("水")
    app.text_input(key="theme-en-new").input("Water")
    app.text_area(key="theme-words-new").input("水质、河长")
    app.run()
    press(app, "theme-keep")
    press(app, "refit")
    wait_for_refit(app)
    assert own_study(app).recipe.themes[-1].words == ("水质", "河长")


def test_what_waits_can_be_taken_out_again(changes):
    app = changes
    press(app, "count-take")
    press(app, "waiting-0")
    assert app.button(key="refit").disabled


def test_no_edit_is_done_while_a_refit_goes_on(themes):
    study = own_study(themes)
    stage = SimpleNamespace(name="topics", done=0, total=1)
    job = SimpleNamespace(about=str(study.folder), done=False, stage=stage)
    themes.session_state["refit_job"] = job
    press(themes, "topic-hide")
    assert [one.value for one in themes.warning] == ["正在重新拟合，完成后再修改。"]
    assert own_study(themes).folder == study.folder


def texts_of(app):
    return "\n".join(one.value for one in app.text)


def test_edits_of_pages_stand_beside_those_of_topics_and_are_undone(visit, shelved):
    app = visit("pages", study=shelved)
    press(app, "mend-next")
    key = own_study(app).folder.name
    app = visit("model", study=key, section="changes")
    assert "版面修改记录（1 条）" in [one.value for one in app.subheader]
    press(app, "mend-undo-1")
    assert own_study(app).recipe.edits == ()


def test_words_that_were_changed_go_along_with_the_refit(visit, shelved):
    app = visit("model", study=shelved, section="words")
    app.text_area(key="word-add").set_value("带徒传技")
    next(one for one in app.button if one.label == "加入").click().run()
    app.segmented_control(key="section").set_value("changes").run()
    assert "带徒传技" in texts_of(app)
    app.number_input(key="count-of").set_value(3)
    press(app, "count-take")
    press(app, "refit")
    wait_for_refit(app)
    recipe = own_study(app).recipe
    assert "带徒传技" in recipe.words.user
    assert recipe.settings.topics == 3


def test_after_a_refit_its_measured_time_is_told(changes):
    changes.number_input(key="count-of").set_value(3)
    press(changes, "count-take")
    press(changes, "refit")
    wait_for_refit(changes)
    assert "上次用了" in changes.button(key="refit").label


def test_a_setting_leads_to_where_it_is_tried_and_keeps_the_filters(visit, shelved):
    app = visit("model", study=shelved, section="changes", theme="工会")
    links = [one.proto.query_string for one in app.get("page_link")]
    assert any("section=counts" in link and "theme=" in link for link in links)
