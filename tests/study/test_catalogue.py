"""What a study is filtered by is read in steps that are told, and no body with it."""

import numpy as np

from analysis.study.catalogue import load_catalogue


def test_each_step_is_told(built):
    heard = []
    load_catalogue(built.study, lambda *told: heard.append(told))
    assert [done for _, done, _ in heard] == list(range(heard[-1][2] + 1))
    assert {stage for stage, _, _ in heard} == {"open"}


def test_no_text_is_in_memory(catalogue):
    assert not {"text", "plain", "body"} & set(catalogue.articles.column_names)


def test_printings_have_a_place_each_and_an_article_alone_has_none(reprinted):
    alone = reprinted.groups < 0
    assert not reprinted.printed[alone].any()
    printings = np.flatnonzero(~alone)
    dates = reprinted.articles["date"].take(printings).to_pylist()
    order = np.argsort(reprinted.printed[printings])
    assert len(set(reprinted.printed[printings].tolist())) == len(printings) > 1
    ordered = [dates[place] for place in order]
    assert ordered == sorted(dates, key=lambda date: (date is None, date or ""))
