"""The stability of a study, as built and as measured later."""

from dataclasses import replace

import pytest

from analysis.study.build import build_study
from analysis.study.judging import judge_study, read_judged
from analysis.study.recipe import new_recipe


def say_nothing(*_):
    """Take a report nobody asked for."""


def test_what_is_asked_for_later_is_what_the_build_found(built):
    stored, found = read_judged(built.study), judge_study(built.study, say_nothing)
    assert found.topics == pytest.approx(stored.topics)
    assert found.themes == pytest.approx(stored.themes, abs=0.02)
    assert (found.resamples, found.resampled, found.rows) == (
        stored.resamples,
        stored.resampled,
        stored.rows,
    )


def test_a_build_of_many_rows_leaves_it_to_whoever_asks(inputs, tmp_path, monkeypatch):
    monkeypatch.setattr("analysis.theme.findings.MOST_JUDGED", 1)
    study = build_study(inputs, tmp_path / "large", recipe=new_recipe(topics=4)).study
    assert read_judged(study) is None
    assert judge_study(study, say_nothing).resamples == 20


def test_a_recipe_without_resamples_is_not_judged(inputs, tmp_path):
    recipe = new_recipe(topics=4)
    recipe = replace(recipe, settings=replace(recipe.settings, resamples=0))
    study = build_study(inputs, tmp_path / "unjudged", recipe=recipe).study
    assert read_judged(study) is None
    assert judge_study(study, say_nothing) is None
