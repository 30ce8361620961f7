"""Two fits by two lists: what is told to change did change."""

import pytest

from analysis.errors import NoWords
from analysis.theme.rewording import compare_words
from analysis.theme.settings import Settings, Words

SETTINGS = Settings(topics=3, passage_length=40)


def test_the_same_words_change_nothing(texts, themes, words):
    found = compare_words(texts, themes, SETTINGS, words=(words, words))
    assert (found.topics, found.moved, found.n_topics) == ((), (), (3, 3))


def test_a_stop_word_leaves_the_topic_that_held_it(texts, themes, words):
    stopped = Words(stop=(*words.stop, "主队"), press=words.press, user=words.user)
    found = compare_words(texts, themes, SETTINGS, words=(words, stopped))
    assert ["主队"] in [list(one.lost) for one in found.topics]
    assert all("主队" not in one.gained for one in found.topics)


def test_the_words_of_a_theme_count_whatever_the_lists_say(texts, themes, words):
    stopped = Words(stop=(*words.stop, "水质", "湿地"), press=words.press, user=words.user)
    found = compare_words(texts, themes, SETTINGS, words=(words, stopped))
    assert (found.topics, found.moved) == ((), ())


def test_an_article_that_loses_its_words_moves(themes, words):
    texts = [
        "柳树和芦苇。芦苇和柳树。",
        "湿地里柳树和芦苇。",
        "足球联赛球员进球。",
        "联赛的球员和足球。",
    ]
    stopped = Words(stop=(*words.stop, "柳树", "芦苇"))
    settings = Settings(topics=2, passage_length=40)
    found = compare_words(texts, themes, settings, words=(words, stopped))
    assert [(article, new) for article, _, new in found.moved] == [(0, None)]


def test_too_many_stop_words_are_an_error(texts, words):
    everything = Words(
        stop=tuple({text[a : a + n] for text in texts for a in range(99) for n in (2, 3, 4)})
    )
    with pytest.raises(NoWords):
        compare_words(texts, (), SETTINGS, words=(words, everything))
