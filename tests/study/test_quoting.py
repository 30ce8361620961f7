"""The quotations of a study: of the right subject, printed where they say, kept true."""

import pickle
from dataclasses import replace

import pytest

from analysis.press.edits import Edit
from analysis.press.inputs import Input
from analysis.study.append import append_study
from analysis.study.build import build_study
from analysis.study.draft import Draft
from analysis.study.edits import edit_study
from analysis.study.explain import load_model
from analysis.study.folder import open_study
from analysis.study.quoting import find_quotations, quotation_table
from analysis.study.recipe import new_recipe
from analysis.study.tables import read_table


def rows_of(folder, name):
    return read_table(folder, name).to_pylist()


def assert_quotations_stand(folder):
    articles = {row["article_id"]: row for row in rows_of(folder, "articles")}
    pages = {row["page_id"]: row["text"] for row in rows_of(folder, "pages")}
    quotations = rows_of(folder, "quotations")
    assert quotations
    for one in quotations:
        text = articles[one["article_id"]]["text"]
        sentence = text[one["span"]["start"] : one["span"]["end"]]
        assert sentence[-1] in "。！？”…"
        [place] = one["places"]
        raw = pages[place["page_id"]][place["start"] : place["end"]]
        assert "".join(raw.split()) == "".join(sentence.split())
        assert 1 <= place["first_line"] <= place["last_line"]


def test_every_quotation_is_printed_where_it_says(built):
    assert_quotations_stand(built.study.folder)


def test_ranks_follow_strength_and_few_are_of_one_article(built):
    subjects = {}
    for one in rows_of(built.study.folder, "quotations"):
        subjects.setdefault((one["topic_id"], one["theme"]), []).append(one)
    for quotations in subjects.values():
        assert [one["rank"] for one in quotations] == list(range(1, len(quotations) + 1))
        strengths = [one["strength"] for one in quotations]
        assert strengths == sorted(strengths, reverse=True)
        ids = [one["article_id"] for one in quotations]
        assert max(map(ids.count, ids)) <= 2


def test_a_story_printed_twice_is_quoted_from_its_first_printing(reprinted):
    folder = reprinted.study.folder
    groups = {row["article_id"]: row["copy_group"] for row in rows_of(folder, "articles")}
    quoted = {one["article_id"] for one in rows_of(folder, "quotations")}
    assert all(groups[one] in (None, one) for one in quoted)


@pytest.fixture
def study(inputs, tmp_path):
    return build_study(inputs, tmp_path / "study", recipe=new_recipe(topics=4)).study


def test_quotations_are_the_same_however_the_articles_are_divided(built):
    study = built.study
    draft, model = Draft(study.folder, {}), load_model(study)
    whole = find_quotations(draft, model, study.recipe.words.user)
    assert sum(map(len, whole.values()))

    def divide(work, orders):
        """Ask each article by itself, the order having travelled."""
        for order in orders:
            for row in range(len(order.rows)):
                own = replace(
                    order, rows=order.rows[row : row + 1], asked=order.asked[row : row + 1]
                )
                yield work(pickle.loads(pickle.dumps(own)))  # noqa: S301 - its own

    assert find_quotations(draft, model, study.recipe.words.user, run=divide) == whole


def test_places_are_the_same_however_the_ranges_are_divided(built):
    draft = Draft(built.study.folder, {})
    found = find_quotations(draft, load_model(built.study), built.study.recipe.words.user)

    def divide(work, orders):
        """Trace each range by itself, the order having travelled."""
        for order in orders:
            for one in order.asked:
                own = replace(order, asked=(one,))
                yield work(pickle.loads(pickle.dumps(own)))  # noqa: S301 - its own

    assert quotation_table(draft, found, run=divide).equals(quotation_table(draft, found))


def test_quotations_of_a_dropped_article_go(study):
    quoted = rows_of(study.folder, "quotations")[0]["article_id"]
    page, _, at = quoted.rpartition("-")
    edit_study(study.folder, [Edit("drop", page, int(at))])
    assert quoted not in {one["article_id"] for one in rows_of(study.folder, "quotations")}
    assert_quotations_stand(study.folder)


def test_new_articles_are_quoted_too(study):
    body = "社区养老服务中心为老年人助餐，养老护理员上门照护老年人。" * 3
    append_study([Input("新.md", data=f"## 养老服务\n\n{body}\n".encode())], study.folder)
    assert_quotations_stand(study.folder)


def test_labels_say_where_they_are_printed(built):
    folder = open_study(built.study.folder).folder
    text = "\n".join(row["text"] for row in rows_of(folder, "articles"))
    labels = [row["label"] for row in rows_of(folder, "topics")]
    assert len(set(labels)) == len(labels)
    for row in rows_of(folder, "topics"):
        assert row["label_where"] in ("headlines", "sentences", "words")
        if row["label_where"] == "words":
            assert row["label_count"] is None
        else:
            assert row["label_count"] >= 1
            assert row["label"] in text
