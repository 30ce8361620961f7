"""The overview: one denominator for its charts, time by steps, facts of the selection."""

import json

import pytest

CHARTS = ("themes", "newspapers", "timeline", "topic-map", "article-map")


def specs_of(app):
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def heads_of(app):
    return [spec["layout"]["annotations"][0]["text"] for spec in specs_of(app)]


def facts_of(app):
    return {one.label: one.value for one in app.metric}


def test_every_chart_is_there(visit):
    app = visit()
    assert not app.exception
    assert len(specs_of(app)) == len(CHARTS)


@pytest.mark.parametrize(
    ("per", "words"), [("characters", "字数"), ("front", "头版")], ids=["characters", "front"]
)
def test_one_choice_changes_the_denominator_of_all_shares(visit, per, words):
    app = visit(per=per)
    assert app.segmented_control(key="per").value == per
    themes, newspapers, timeline, *_ = heads_of(app)
    assert "字的份额" in themes or "头版" in themes
    assert words in newspapers
    assert words in timeline


def test_the_choice_stands_in_the_address(visit):
    app = visit()
    app.segmented_control(key="per").set_value("characters").run()
    assert app.query_params["per"] in ("characters", ["characters"])
    assert "字的份额" in heads_of(app)[0]


@pytest.mark.parametrize("step", ["week", "quarter", "year"])
def test_a_step_is_taken_from_the_link(visit, step):
    app = visit(step=step)
    assert app.selectbox(key="step").value == step
    assert {"week": "每周", "quarter": "每季", "year": "每年"}[step] in heads_of(app)[2]


def test_a_step_that_would_be_too_fine_is_not_offered(visit):
    offered = visit(step="day").selectbox(key="step")
    assert "day" not in offered.options
    assert offered.value == "auto"


def test_counts_instead_of_shares(visit):
    app = visit(**{"as": "count"})
    assert "文章篇数" in heads_of(app)[2]


def test_the_facts_are_those_of_the_selection(visit):
    everything, some = facts_of(visit()), facts_of(visit(theme="工会"))
    assert everything["文章"] == "36"
    assert everything["版面"] == "5"
    assert everything["图片说明"] == "3"
    assert int(some["文章"]) < 36
    assert int(some.get("图片说明", 0)) < 3


def test_captions_that_are_articles_now_are_not_told_besides(visit):
    facts = facts_of(visit(kind=["article", "photo"]))
    assert facts["文章"] == "39"
    assert "图片说明" not in facts


def test_one_page_says_why_it_has_no_course_of_time(visit):
    app = visit(**{"from": "2024-07-16", "to": "2024-07-16"})
    assert not app.exception
    told = "\n".join(one.value for one in app.info)
    assert "都在同一个时段" in told


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_chart_bears_words_of_the_other_language(visit, language):
    app = visit(lang=language, per="front")
    assert not app.exception
    heads = " ".join(heads_of(app))
    assert ("share" in heads.lower()) == (language == "en")
