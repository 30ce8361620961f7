"""Edits of topics laid over a fit: what they change, and what they leave."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.theme.basis import Basis
from analysis.theme.division import divide_as_before, divide_topic, refuse_division
from analysis.theme.edits import TopicEdit
from analysis.theme.evidence import explain_article
from analysis.theme.overlay import bare_model, lay_edits
from analysis.theme.parts import gather_themes, gather_topics, mix_columns
from analysis.theme.recall import recall_corpus
from analysis.theme.records import OTHER
from analysis.theme.shares import place_counts
from analysis.theme.storage import model_arrays
from analysis.theme.terms import count_terms
from analysis.theme.tokens import make_cutter
from analysis.theme.vocabulary import read_words
from tests.theme.conftest import SETTINGS

FREE = range(4, 40)
KINDS = st.lists(st.sampled_from(["rename", "hide", "assign", "merge", "split"]), max_size=5)


@pytest.fixture(scope="module")
def part(texts, words):
    return count_terms(texts, make_cutter(words.user), length=SETTINGS.passage_length)


@pytest.fixture(scope="module")
def corpus(findings, part, themes, words):
    return recall_corpus(findings.model, [part], Basis(SETTINGS, themes, words))


@pytest.fixture(scope="module")
def lay(findings, corpus):
    """Return a function that lays edits over the fit."""
    return lambda *edits: lay_edits(
        findings.model, edits, lambda model, edit: divide_topic(model, edit, corpus)
    )


def shares_by_topic(overlay, part):
    parts = overlay.model.parts
    shares = mix_columns(place_counts(part, overlay.model), gather_topics(parts))
    return dict(zip(overlay.model.topics, shares.T, strict=True))


def test_texts_counted_again_have_the_shares_of_the_fit(findings, part):
    shares = place_counts(part, findings.model)
    np.testing.assert_allclose(shares, findings.article_topics, atol=1e-9)


def test_a_merge_adds_two_and_changes_no_other(lay, part):
    before = shares_by_topic(lay(), part)
    after = shares_by_topic(lay(TopicEdit("merge", topic=1, others=(3,))), part)
    assert list(after) == [1, 2]
    np.testing.assert_allclose(after[1], before[1] + before[3])
    np.testing.assert_array_equal(after[2], before[2])


def test_a_division_shares_out_one_topic_and_changes_no_other(lay, part):
    before = shares_by_topic(lay(), part)
    overlay = lay(TopicEdit("split", topic=2, others=(7, 8)))
    after = shares_by_topic(overlay, part)
    assert (list(after), overlay.misfits) == ([1, 3, 7, 8], ())
    np.testing.assert_allclose(after[7] + after[8], before[2], atol=1e-9)
    np.testing.assert_array_equal(after[1], before[1])
    assert min(after[7].sum(), after[8].sum()) > 0


def test_a_hidden_topic_counts_under_other(lay):
    overlay = lay(TopicEdit("hide", topic=2))
    assert overlay.hidden == {2}
    assert overlay.model.affinity[1].tolist() == [0, 0, 1]
    assert overlay.model.themes[2] == OTHER


def test_what_is_put_to_a_hidden_topic_counts_under_other_with_it(lay):
    model = lay(TopicEdit("hide", topic=2), TopicEdit("merge", topic=2, others=(1,))).model
    assert model.affinity[[0, 1], -1].tolist() == [1.0, 1.0]


def test_who_gives_a_hidden_topic_to_a_theme_sees_it_there(lay):
    overlay = lay(TopicEdit("hide", topic=2), TopicEdit("assign", topic=2, theme="水"))
    assert overlay.hidden == frozenset()
    assert overlay.model.affinity[1].tolist() == [1, 0, 0]


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        (TopicEdit("rename", topic=9, name="河"), "There is no topic 9"),
        (TopicEdit("assign", topic=1, theme="火"), "There is no theme 火"),
        (TopicEdit("split", topic=1, others=(2, 9)), "were given before"),
        (TopicEdit("split", topic=1, others=(9,)), "too few"),
        (TopicEdit("split", topic=1, others=tuple(range(10, 400))), "too small"),
        (TopicEdit("merge", topic=9, others=(10,)), "There is no topic 9"),
    ],
)
def test_what_does_not_fit_is_told_and_left_out(lay, findings, edit, error):
    overlay = lay(edit)
    [misfit] = overlay.misfits
    assert misfit.edit == edit
    assert error in str(misfit.error)
    assert model_bytes(overlay.model) == model_bytes(findings.model)


def test_a_merge_goes_on_with_the_topics_that_are_left(lay):
    overlay = lay(TopicEdit("merge", topic=9, others=(2, 3)), TopicEdit("rename", 9, name="书报"))
    assert overlay.model.topics == (1, 9)
    assert overlay.names == {9: "书报"}
    assert [str(one.error) for one in overlay.misfits] == ["There is no topic 9 now."]


def test_what_was_divided_once_is_not_divided_again(lay):
    edit = TopicEdit("split", topic=2, others=(7, 8))
    first = lay(edit)
    again = lay_edits(first.model, [edit], divide_as_before(first.model, refuse_division))
    assert model_bytes(again.model) == model_bytes(first.model)


def test_a_division_of_another_topic_is_made_anew(lay):
    edit = TopicEdit("split", topic=2, others=(7, 8))
    first = lay(TopicEdit("merge", topic=2, others=(1,)), edit)
    alone = lay_edits(first.model, [edit], divide_as_before(first.model, refuse_division))
    assert "too small" in str(alone.misfits[0].error)


def model_bytes(model):
    return {name: array.tobytes() for name, array in model_arrays(model).items()}


@st.composite
def some_edits(draw):
    """Draw edits that fit: of topics that are there, parts with ids never given."""
    free, topics, edits = iter(FREE), [1, 2, 3], []
    for kind in draw(
        st.lists(st.sampled_from(["rename", "hide", "assign", "merge", "split"]), max_size=5)
    ):
        topic = draw(st.sampled_from(topics))
        others = tuple(one for one in topics if one != topic)
        if kind == "merge" and others:
            edits.append(TopicEdit("merge", topic, others=others[:1]))
            topics.remove(others[0])
        elif kind == "split":
            parts = (next(free), next(free))
            edits.append(TopicEdit("split", topic, others=parts))
            topics = [*others, *parts]
        elif kind == "assign":
            edits.append(TopicEdit("assign", topic, theme=draw(st.sampled_from(["水", "足球"]))))
        elif kind == "rename":
            edits.append(TopicEdit("rename", topic, name="改名"))
        else:
            edits.append(TopicEdit("hide", topic))
    return edits


@settings(max_examples=20, deadline=None)
@given(edits=some_edits(), number=st.integers(0, 11))
def test_words_sum_to_the_shares_after_any_edits(lay, part, texts, edits, number):
    overlay = lay(*edits)
    shares = place_counts(part, overlay.model)[[number]]
    evidence = explain_article(overlay.model, texts[number], make_cutter(read_words().user))
    parts, affinity = overlay.model.parts, overlay.model.affinity
    np.testing.assert_allclose(
        evidence.topics.sum(axis=0), (shares @ gather_topics(parts))[0], atol=1e-6
    )
    np.testing.assert_allclose(
        evidence.themes.sum(axis=0), (shares @ gather_themes(parts, affinity))[0], atol=1e-6
    )
    assert evidence.topics.sum() == pytest.approx(1)


@settings(max_examples=20, deadline=None)
@given(edits=some_edits())
def test_any_edits_leave_the_fit_as_it_was(lay, findings, edits):
    assert model_bytes(bare_model(lay(*edits).model)) == model_bytes(findings.model)
