"""Word lists against topics, as frames and as a heat map."""

import numpy as np

from analysis.study.lexicon import compare_articles, load_matches
from analysis.view.topics.lexicon import disagreement_frame, match_frame, near_matches, show_matches


def test_the_matrix_has_a_cell_for_each_topic_and_theme(catalogue):
    frame = match_frame(catalogue, load_matches(catalogue.study), "en")
    assert len(frame) == 4 * len(catalogue.study.recipe.themes)
    rows = np.ones(len(catalogue.articles), dtype=np.bool_)
    figure = show_matches(catalogue, frame, rows, "en")
    assert figure.kind == "heat"
    assert figure.alt


def test_near_topics_come_nearest_first(catalogue):
    near = near_matches(match_frame(catalogue, load_matches(catalogue.study), "zh"), "工会")
    assert near["cosine"].is_monotonic_decreasing
    assert "工会" in near["own"][0]


def test_disagreements_are_listed_in_their_order(catalogue):
    rows = np.ones(len(catalogue.articles), dtype=np.bool_)
    for theme in catalogue.themes:
        found = compare_articles(catalogue, theme, rows)
        for kind, places in (("silent", found.silent), ("wordless", found.wordless)):
            frame = disagreement_frame(catalogue, found, theme, "zh", kind=kind)
            ids = catalogue.articles["article_id"].to_pylist()
            assert frame["article_id"].tolist() == [ids[place] for place in places]
