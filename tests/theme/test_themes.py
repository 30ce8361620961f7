"""Themes: their file, their widened words, what they make of topics."""

import numpy as np
import pytest
import scipy.sparse as sp

from analysis.errors import BadThemes
from analysis.theme.settings import NamedTheme, Settings
from analysis.theme.themes import (
    cut_theme_words,
    guide_rows,
    read_themes,
    relate_topics,
    widen_themes,
)
from analysis.theme.tokens import make_cutter

GOOD = '[[theme]]\nname = "水"\nen = "Water"\ncolour = "#0072B2"\nwords = ["水质"]\n'


def write(tmp_path, text):
    path = tmp_path / "themes.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_themes_file_is_read(tmp_path):
    water = NamedTheme("水", "Water", "#0072B2", ("水质",))
    assert read_themes(write(tmp_path, GOOD)) == (water,)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "theme"),
        ("[[theme]", "themes.toml"),
        (GOOD.replace("#0072B2", "blue"), "colour"),
        (GOOD.replace('["水质"]', "[]"), "words"),
        (GOOD.replace('["水质"]', '["水质", 3]'), "words"),
        (GOOD.replace('["水质"]', '"水质"'), "words"),
        (GOOD.replace('en = "Water"\n', ""), "en"),
        (GOOD.replace('"水"', '"其他"'), "其他"),
        (GOOD + GOOD, "水"),
        ("theme = 3", "theme"),
        ("theme = [3]", "theme"),
    ],
)
def test_a_bad_themes_file_is_told(tmp_path, text, fault):
    with pytest.raises(BadThemes, match=fault):
        read_themes(write(tmp_path, text))


def test_a_missing_themes_file_is_told(tmp_path):
    with pytest.raises(BadThemes, match=r"none\.toml"):
        read_themes(tmp_path / "none.toml")


def test_a_themes_file_that_is_no_utf8_is_told(tmp_path):
    path = tmp_path / "themes.toml"
    path.write_bytes("主题".encode("gb18030"))
    with pytest.raises(BadThemes):
        read_themes(path)


def test_the_themes_of_the_project_have_few_good_words():
    themes = read_themes()
    assert all(len(theme.words) <= 10 for theme in themes)
    words = [word for theme in themes for word in theme.words]
    assert len(set(words)) == len(words)


def test_a_theme_is_widened_by_what_stands_with_its_words():
    # columns: the word, beside it, elsewhere
    rows = sp.csr_array(np.array([[0.7, 0.7, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 1.0]]))
    ((_, beside, elsewhere),) = widen_themes([[("a",)]], rows, {"a": 0})
    assert beside > 0.5
    assert elsewhere == 0


def test_a_word_of_two_terms_speaks_where_they_meet():
    rows = sp.csr_array(
        np.array([[0.6, 0.6, 0.5, 0.0], [0.7, 0.0, 0.0, 0.7], [0.0, 0.0, 0.0, 1.0]])
    )
    ((*_, met, not_met),) = widen_themes([[("a", "b")]], rows, {"a": 0, "b": 1})
    assert met > 0
    assert not_met == 0


def test_what_every_passage_holds_speaks_less_than_what_is_the_themes_own():
    # columns: the word, beside it, in every passage and weighing more, another subject
    table = np.array([[0.5, 0.5, 0.7, 0.0]] + [[0.0, 0.0, 0.7, 0.7]] * 5)
    ((_, beside, everywhere, _),) = widen_themes([[("a",)]], sp.csr_array(table), {"a": 0})
    assert everywhere < beside


def test_a_corpus_of_one_subject_leaves_the_theme_its_own_words():
    rows = sp.csr_array(np.full((3, 4), 0.5))
    np.testing.assert_allclose(widen_themes([[("a",)]], rows, {"a": 0}), [[1, 0, 0, 0]], atol=1e-9)


def test_a_theme_that_does_not_occur_is_nothing():
    rows = sp.csr_array(np.ones((2, 3)))
    assert not widen_themes([[("x",)]], rows, {"a": 0}).any()


def test_guides_are_shares_with_the_rest_brought_down():
    rows = sp.csr_array(np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.6, 0.8, 0.0]]))
    guides = guide_rows(rows, np.eye(2, 3), Settings(guide_rest=0.5))
    np.testing.assert_allclose(guides @ [1, 1, 2], 1)
    np.testing.assert_allclose(guides[:2], [[1, 0, 0], [0, 0, 0.5]])


def test_a_topic_near_no_theme_is_other():
    affinity = relate_topics(np.eye(3), np.eye(2, 3), Settings())
    np.testing.assert_allclose(affinity.sum(axis=1), 1)
    assert affinity.argmax(axis=1).tolist() == [0, 1, 2]


def test_single_characters_of_a_theme_word_do_not_speak():
    theme = NamedTheme("x", "x", "#000000", ("水", "老龄"))
    assert ("水",) not in cut_theme_words(theme, make_cutter(()))
