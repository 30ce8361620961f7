"""Where a theme's words and its share disagree."""

import numpy as np

from analysis.study.lexicon import LITTLE, MUCH, WORDS, compare_articles, find_words, load_matches
from analysis.study.tables import read_table


def test_the_nearest_theme_is_the_one_that_a_topic_belongs_to(built):
    study = built.study
    n_themes = len(study.recipe.themes)
    near = np.array([one.cosine for one in load_matches(study)]).reshape(n_themes, -1).T
    kept = read_table(study.folder, "topic_themes")["affinity"].to_numpy().reshape(len(near), -1)
    belongs = kept[:, :n_themes].max(axis=1) > 0
    assert belongs.any()
    assert (near.argmax(axis=1) == kept[:, :n_themes].argmax(axis=1))[belongs].all()


def test_words_are_found_as_a_reader_finds_them(built):
    texts = read_table(built.study.folder, "articles", ["text"])["text"].to_pylist()
    found = find_words(built.study, ["工会", "没有这个词"])
    assert found[:, 0].tolist() == ["工会" in text for text in texts]
    assert not found[:, 1].any()


def test_both_kinds_of_disagreement_keep_their_promise(catalogue):
    rows = np.ones(len(catalogue.articles), dtype=np.bool_)
    for theme in catalogue.themes:
        found = compare_articles(catalogue, theme, rows)
        shares = catalogue.theme_shares[:, catalogue.themes.index(theme)]
        assert all(found.held[row] >= WORDS and shares[row] < LITTLE for row in found.silent)
        assert all(found.held[row] == 0 and shares[row] >= MUCH for row in found.wordless)
        assert [len(words) for words in found.words] == [found.held[row] for row in found.silent]


def test_only_selected_articles_are_listed(catalogue):
    nothing = np.zeros(len(catalogue.articles), dtype=np.bool_)
    found = compare_articles(catalogue, "其他", nothing)
    assert (found.silent, found.wordless) == ((), ())
