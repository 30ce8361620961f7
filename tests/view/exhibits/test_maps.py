"""Maps: each point where its shares put it, a sample that is said, too few topics refused."""

from dataclasses import replace

import numpy as np
import pytest

from analysis.errors import NothingToDraw
from analysis.study.mapping import map_topics
from analysis.view.exhibits import maps
from analysis.view.exhibits.maps import article_map_frame, show_article_map, show_topic_map


def everything(catalogue):
    return np.ones(len(catalogue.main), dtype=bool)


@pytest.fixture(scope="module")
def lain(catalogue):
    return map_topics(catalogue.study)


def test_topics_are_as_large_as_the_articles_that_are_mainly_theirs(crowd, lain):
    catalogue = crowd()
    figure = show_topic_map(catalogue, everything(catalogue), "zh", lain=lain)
    assert figure.frame["articles"].sum() == (catalogue.main_topic >= 0).sum()
    assert set(figure.frame["topic_id"]) == {1, 2, 3, 4}


def test_the_map_says_how_much_it_holds_and_which_topics_are_nearest(crowd, lain):
    catalogue = crowd()
    figure = show_topic_map(catalogue, everything(catalogue), "zh", lain=lain)
    assert f"{lain.explained:.0%}" in figure.subtitle
    nearest = lain.distances[~np.eye(4, dtype=bool)].min()
    assert f"距离 {nearest:.2f}" in figure.alt


def test_what_belongs_to_no_theme_lies_under_all_else(crowd, lain):
    catalogue = replace(crowd(), main=np.arange(200) % 5)
    themes = show_article_map(catalogue, everything(catalogue), "zh", lain=lain).frame["theme"]
    assert set(themes[:30]) == {"其他"}
    assert "其他" not in set(themes[40:])


def test_an_article_of_one_topic_lies_on_it(crowd, lain):
    catalogue = crowd(40)
    shares = np.eye(4)[np.arange(40) % 4]
    pure = replace(catalogue, topic_shares=shares, main=np.zeros(40, dtype=np.int64))
    frame = article_map_frame(pure, everything(pure), "zh", lain=lain)
    assert np.allclose(frame[["across", "up"]].to_numpy(), np.tile(lain.places, (10, 1)))


def test_an_article_of_two_topics_lies_between_them(crowd, lain):
    catalogue = crowd(40)
    shares = np.tile([0.75, 0.25, 0.0, 0.0], (40, 1))
    mixed = replace(catalogue, topic_shares=shares, main=np.zeros(40, dtype=np.int64))
    frame = article_map_frame(mixed, everything(mixed), "zh", lain=lain)
    middle = 0.75 * lain.places[0] + 0.25 * lain.places[1]
    assert np.allclose(frame[["across", "up"]].to_numpy(), middle)


def test_a_sample_says_so(crowd, lain, monkeypatch):
    monkeypatch.setattr(maps, "MOST_POINTS", 50)
    catalogue = crowd()
    figure = show_article_map(catalogue, everything(catalogue), "zh", lain=lain)
    assert len(figure.frame) == 50
    assert "画出 190 篇中的 50 篇" in figure.subtitle


def test_all_articles_need_no_word_about_a_sample(crowd, lain):
    catalogue = crowd()
    figure = show_article_map(catalogue, everything(catalogue), "zh", lain=lain)
    assert len(figure.frame) == 190
    assert "抽取" not in figure.subtitle


@pytest.mark.parametrize("show", [show_topic_map, show_article_map])
def test_two_topics_make_no_map(crowd, lain, show):
    catalogue = crowd()
    few = replace(lain, topics=lain.topics[:2])
    with pytest.raises(NothingToDraw):
        show(catalogue, everything(catalogue), "zh", lain=few)


def test_articles_without_words_make_no_map(crowd, lain):
    catalogue = crowd()
    wordless = catalogue.main < 0
    with pytest.raises(NothingToDraw):
        show_article_map(catalogue, wordless, "zh", lain=lain)
