"""Edits of the topics of a study: done without a refit, undone to the byte."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.press.edits import JOIN, Edit
from analysis.press.errors import NoSuchEdit
from analysis.press.inputs import Input
from analysis.study.append import append_study
from analysis.study.build import build_study
from analysis.study.edits import edit_study, read_states, undo_edit
from analysis.study.explain import explain_text, load_explainer
from analysis.study.folder import open_study
from analysis.study.recipe import new_recipe
from analysis.study.tables import read_table
from analysis.study.topics import (
    edit_topics,
    find_topic_misfits,
    replace_topic_edits,
    undo_topic_edit,
)
from analysis.theme.edits import TopicEdit

RENAME = TopicEdit("rename", topic=2, name="班组")
MERGE = TopicEdit("merge", topic=1, others=(2,))
DIVIDE = TopicEdit("split", topic=3, others=(5, 6))
HIDE = TopicEdit("hide", topic=4)
ASSIGN = TopicEdit("assign", topic=1, theme="生态")
EVERY = (RENAME, ASSIGN, DIVIDE, HIDE, MERGE)


@pytest.fixture
def study(built, tmp_path):
    shutil.copytree(built.study.folder, tmp_path / "study")
    return tmp_path / "study"


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix != ".json"}


def rows_of(folder, name):
    return read_table(folder, name).to_pylist()


def topics_of(folder):
    return {row["topic_id"]: row for row in rows_of(folder, "topics")}


def test_a_name_stands_in_the_table_and_nothing_else_changes(study, built):
    edit_topics(study, [RENAME])
    before, after = topics_of(built.study.folder), topics_of(study)
    assert after[2] == {**before[2], "label": "班组"}
    assert after[1] == before[1]


@pytest.mark.parametrize("table", ["topics", "found_topics"])
def test_a_name_that_is_also_the_found_one_is_kept_when_that_changes(study, table):
    """Whoever chooses what the machine said means it: later pages change what it says."""
    [name] = [row["found_label"] for row in rows_of(study, table) if row["topic_id"] == 2]
    edit_topics(study, [TopicEdit("rename", topic=2, name=name)])
    assert topics_of(study)[2]["label"] == name
    for page in rows_of(study, "pages"):
        cut = read_states(open_study(study), [page["page_id"]])[page["page_id"]].cut
        first, second, *_ = (article.spans[0][0] for article in cut.articles)
        edit_study(study, [Edit(JOIN, page["page_id"], first, to=second)])
    assert topics_of(study)[2]["label"] == name


def test_a_merged_topic_has_the_size_of_both(study, built):
    edit_topics(study, [MERGE])
    before, after = topics_of(built.study.folder), topics_of(study)
    assert after[1]["size"] == pytest.approx(before[1]["size"] + before[2]["size"])
    assert list(after) == [1, 3, 4]


def test_a_divided_topic_gives_its_place_to_its_parts(study, built):
    edit_topics(study, [DIVIDE])
    before, after = topics_of(built.study.folder), topics_of(study)
    assert list(after) == [1, 2, 4, 5, 6]
    assert after[5]["size"] + after[6]["size"] == pytest.approx(before[3]["size"])
    assert open_study(study).recipe.next_topic == 7


def test_a_hidden_topic_says_so(study):
    edit_topics(study, [HIDE])
    assert topics_of(study)[4]["hidden"]
    assert topics_of(study)[4]["theme"] == "其他"


@pytest.mark.parametrize("edits", [[one] for one in EVERY] + [EVERY])
def test_every_table_is_as_it_was_when_all_is_undone(study, built, edits):
    edit_topics(study, edits)
    for _ in edits:
        undo_topic_edit(study)
    assert bytes_of(study) == bytes_of(built.study.folder)


def test_any_edit_can_be_undone_not_only_the_last(study, built, tmp_path):
    edit_topics(study, EVERY)
    undo_topic_edit(study, 2)
    left = [one for one in EVERY if one != DIVIDE]
    replace_topic_edits(built.study, left, target=tmp_path / "other")
    assert bytes_of(study) == bytes_of(tmp_path / "other")


def test_an_edit_that_is_not_there_cannot_be_undone(study):
    with pytest.raises(NoSuchEdit):
        undo_topic_edit(study)


def test_edits_of_pages_and_of_topics_live_together(study):
    edit_topics(study, EVERY)
    [page, *_] = [row["page_id"] for row in rows_of(study, "pages")]
    cut = read_states(open_study(study), [page])[page].cut
    first, second = (article.spans[0][0] for article in cut.articles[:2])
    edited = edit_study(study, [Edit(JOIN, page, first, to=second)])
    assert (edited.counts["articles"], edited.misfits) == (5, ())
    assert topics_of(study).keys() == {1, 4, 5, 6}
    for _ in EVERY:
        undo_topic_edit(study)
    assert topics_of(study).keys() == {1, 2, 3, 4}
    assert undo_edit(study).counts["articles"] == 6


def test_words_sum_to_the_shares_of_the_tables_after_edits(study):
    edit_topics(study, EVERY)
    opened = open_study(study)
    explainer = load_explainer(opened)
    shares = rows_of(study, "article_topics")
    for article in rows_of(study, "articles"):
        evidence = explain_text(explainer, article["plain"] or article["text"])
        own = {
            r["topic_id"]: r["share"] for r in shares if r["article_id"] == article["article_id"]
        }
        told = dict(zip(explainer.model.topics, evidence.topics.sum(axis=0), strict=True))
        assert {one: share for one, share in told.items() if share} == pytest.approx(own, abs=1e-6)


def test_new_articles_weigh_the_parts_of_a_merged_topic_anew(study, inputs):
    """What its topics give to a theme is what the theme holds, whatever came later."""
    edit_topics(study, [MERGE])
    append_study([Input("pages/c.txt", data=inputs[0].read())], study)
    sizes = {topic: row["size"] for topic, row in topics_of(study).items()}
    given_to = {}
    for row in rows_of(study, "topic_themes"):
        part = row["affinity"] * sizes[row["topic_id"]]
        given_to[row["theme"]] = given_to.get(row["theme"], 0) + part
    held = {row["theme"]: row["size"] for row in rows_of(study, "themes")}
    assert given_to == pytest.approx(held)


def test_new_articles_are_placed_among_edited_topics(study, inputs):
    edit_topics(study, EVERY)
    append_study([Input("pages/c.txt", data=inputs[0].read())], study)
    sums = {}
    for row in rows_of(study, "article_topics"):
        sums[row["article_id"]] = sums.get(row["article_id"], 0) + row["share"]
    assert list(sums.values()) == pytest.approx([1.0] * 9)
    assert {row["topic_id"] for row in rows_of(study, "article_topics")} <= {1, 4, 5, 6}


def test_what_does_not_fit_is_told_now_and_later(study):
    lost = TopicEdit("hide", topic=77)
    built = edit_topics(study, [lost])
    assert [one.en for one in built.misfits] == ["There is no topic 77 now."]
    assert [one.edit for one in find_topic_misfits(open_study(study))] == [lost]


def test_a_rebuild_keeps_names_and_ids(study, inputs):
    edit_topics(study, EVERY)
    before = {path.name: path.read_bytes() for path in study.iterdir()}
    built = build_study(inputs[::-1], study, recipe=new_recipe(topics=4))
    assert built.misfits == ()
    assert {path.name: path.read_bytes() for path in study.iterdir()} == before


@settings(max_examples=6, deadline=None)
@given(data=st.data())
def test_no_id_is_given_twice(built, tmp_path_factory, data):
    """Over any edits and refits an id that was given stands for no other topic later."""
    folder = tmp_path_factory.mktemp("ids") / "study"
    shutil.copytree(built.study.folder, folder)
    given_to = {}
    for _ in range(3):
        free = open_study(folder).recipe.next_topic
        topic = data.draw(st.sampled_from(sorted(topics_of(folder))))
        edit = data.draw(
            st.sampled_from(
                [
                    TopicEdit("split", topic, others=(free, free + 1)),
                    TopicEdit("count", number=3),
                    TopicEdit("count", number=5),
                ]
            )
        )
        edit_topics(folder, [edit])
        recipe = open_study(folder).recipe
        parts = load_explainer(open_study(folder)).model.parts
        assert max(part.id for part in parts) < recipe.next_topic
        for part in parts:
            if part.id >= free:
                assert part.id not in given_to
            given_to[part.id] = True
