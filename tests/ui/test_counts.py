"""The section 议题数 and the badges, as a visitor meets them."""

import pytest

from analysis.study.build import build_study
from analysis.study.recipe import new_recipe


@pytest.fixture
def small(built, monkeypatch):
    monkeypatch.setenv("BAOTI_STUDY", str(built.study.folder))


def open_counts(visit):
    return visit("model", section="counts")


@pytest.mark.usefixtures("small")
def test_numbers_are_tried_when_asked(visit):
    app = open_counts(visit)
    assert not app.get("plotly_chart")
    app.text_input(key="counts-range").set_value("3-4")
    app.button(key="counts-start").click().run()
    assert not app.exception
    assert len(app.get("plotly_chart")) == 9
    assert len(app.dataframe) >= 1


@pytest.mark.usefixtures("small")
def test_what_is_no_number_is_said(visit):
    app = open_counts(visit)
    app.text_input(key="counts-range").set_value("many")
    app.button(key="counts-start").click().run()
    assert "many" in app.error[0].value
    assert not app.exception


@pytest.mark.usefixtures("small")
def test_a_theme_bears_its_badge(visit):
    assert "次重抽样" in "\n".join(one.value for one in visit("themes", of="工会").markdown)


def test_what_the_build_left_out_is_measured_when_asked(visit, inputs, tmp_path, monkeypatch):

    monkeypatch.setattr("analysis.theme.findings.MOST_JUDGED", 1)
    study = build_study(inputs, tmp_path / "large", recipe=new_recipe(topics=4)).study
    monkeypatch.setenv("BAOTI_STUDY", str(study.folder))
    app = visit("model")
    assert "稳定性未测" in "\n".join(one.value for one in app.markdown)
    app.button(key="judge").click().run()
    assert not app.exception
    words = "\n".join(one.value for one in app.markdown)
    assert "稳定性未测" not in words
    assert "没有出现" in words
