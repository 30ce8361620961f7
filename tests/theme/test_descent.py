"""A refit gives old ids to topics that are found again, and new ones to no other."""

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from analysis.theme.descent import inherit_ids
from analysis.theme.overlay import bare_model
from analysis.theme.parts import FOUND, Part


def pick(model, rows):
    """Return a fresh fit that found some topics of a model."""
    bare = bare_model(model)
    return replace(
        bare,
        components=bare.components[rows],
        affinity=bare.affinity[rows],
        found=bare.found[rows],
        parts=(),
    )


def test_the_same_fit_keeps_every_id_whatever_its_order(findings):
    old = replace(findings.model, parts=(Part(5, 5), Part(9, 9), Part(2, 2)))
    assert inherit_ids(pick(old, [2, 0, 1]), old, first_free=10).topics == (2, 5, 9)


def test_a_topic_that_was_gone_gets_its_id_back(findings):
    old = findings.model
    without = inherit_ids(pick(old, [0, 2]), old, first_free=4)
    assert (without.topics, [one.id for one in without.gone]) == ((1, 3), [2])
    again = inherit_ids(pick(old, [0, 1, 2]), without, first_free=4)
    assert (again.topics, again.gone) == ((1, 2, 3), ())


def test_a_new_topic_gets_an_id_never_given(findings):
    old = inherit_ids(pick(findings.model, [0]), None, first_free=1)
    assert inherit_ids(pick(findings.model, [0, 1]), old, first_free=7).topics == (1, 7)


def test_the_parts_of_a_division_live_on_where_the_fit_finds_them(findings):
    model = findings.model
    whole = model.components[[0]] + model.components[[1]]
    old = replace(
        model,
        components=np.vstack([whole / np.linalg.norm(whole), model.components[:2]]),
        parts=(Part(1, 1, divided=0), Part(8, 8, made=0), Part(9, 9, made=0)),
    )
    assert inherit_ids(pick(model, [1, 0]), old, first_free=10).topics == (9, 8)
    alone = replace(pick(model, [0]), components=old.components[[0]])
    assert inherit_ids(alone, old, first_free=10).topics == (1,)


@given(st.lists(st.sets(st.integers(0, 2), min_size=1), min_size=1, max_size=8))
def test_no_id_is_given_to_two_topics(findings, fits):
    model, free, subjects = None, 1, {}
    for rows in map(sorted, fits):
        model = inherit_ids(pick(findings.model, rows), model, first_free=free)
        free = max(free, 1 + max(part.id for part in model.parts))
        for row, part in zip(rows, model.parts, strict=True):
            assert part.made == FOUND
            assert subjects.setdefault(part.id, row) == row
