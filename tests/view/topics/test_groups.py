"""The groups of what belongs to no named theme."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.study.build import build_study
from analysis.study.catalogue import load_catalogue
from analysis.study.recipe import new_recipe
from analysis.theme.settings import NamedTheme
from analysis.view.topics.groups import group_frame


@pytest.fixture(scope="module")
def elsewhere(inputs, tmp_path_factory):
    """Return a study of which no word is any theme's, so that all of it is 其他."""
    recipe = replace(new_recipe(topics=4), themes=(NamedTheme("海", "Sea", "#0072B2", ("珊瑚",)),))
    folder = tmp_path_factory.mktemp("studies") / "elsewhere"
    return load_catalogue(build_study(inputs, folder, recipe=recipe).study)


def test_each_topic_is_in_one_group_and_no_article_is_lost(elsewhere):
    frame = group_frame(elsewhere, "zh")
    listed = [label for topics in frame["topics"] for label in topics.split("、")]
    assert len(listed) == elsewhere.topic_shares.shape[1]
    assert frame["articles"].sum() == pytest.approx(elsewhere.topic_shares.sum())
    assert frame["articles"].is_monotonic_decreasing


def test_topics_of_the_same_articles_are_one_group_named_by_its_largest(elsewhere):
    even = np.full_like(elsewhere.topic_shares, 0.2)
    even[:, 2] = 0.4
    [group] = group_frame(replace(elsewhere, topic_shares=even), "en").to_dict("records")
    labels = group["topics"].split(", ")
    assert group["group"] == f"{labels[0]} and 3 more"
    assert 0 < len(group["terms"].split()) <= 10


def test_named_themes_hold_no_group(catalogue):
    named = group_frame(catalogue, "zh")["articles"].sum()
    assert named < catalogue.topic_shares.sum()
