"""What a click on a chart of the overview opens."""

from analysis.study.records import Selection
from analysis.ui.overview import clicks
from analysis.ui.subjects import numbers
from analysis.view.exhibits.newspapers import REST
from analysis.view.topics.subjects import Subject


def test_a_bar_opens_its_theme():
    target = clicks.open_theme("工会", "")
    assert (target.page, dict(target.parameters)) == ("themes", {"of": ["工会"]})


def test_a_cell_opens_the_articles_of_newspaper_and_theme(catalogue):
    target = clicks.open_newspaper(catalogue, "en")("工人日报", "Unions")
    assert target.page == "articles"
    assert dict(target.parameters) == {"paper": ["工人日报"], "theme": ["工会"], "topic": ()}


def test_pages_without_a_newspaper_open_as_such(catalogue):
    # An empty parameter would open the articles of all newspapers.
    found = [
        clicks.open_newspaper(catalogue, "zh")("", "工会"),
        numbers.open_newspaper(Subject("工会"))("", ""),
    ]
    assert [one.parameters["paper"] for one in found] == [["-"], ["-"]]


def test_a_dot_of_a_trend_keeps_to_the_days_selected():
    opens = numbers.open_period(Selection(until="2024-04-10"), Subject("工会"))
    parameters = opens("2024-04-01/2024-04-30", "").parameters
    assert (parameters["from"], parameters["to"]) == (["2024-04-01"], ["2024-04-10"])


def test_the_rest_of_the_newspapers_opens_nothing(catalogue):
    assert clicks.open_newspaper(catalogue, "zh")(REST, "工会") is None


def test_a_dot_opens_the_articles_of_its_step_within_the_days_selected(catalogue):
    selection = Selection(since="2024-04-10")
    opens = clicks.open_period(catalogue, selection, "front", language="zh")
    parameters = dict(opens("2024-04-01/2024-04-30", "生态").parameters)
    assert parameters["from"] == ["2024-04-10"]
    assert parameters["to"] == ["2024-04-30"]
    assert parameters["theme"] == ["生态"]
    assert parameters["edition"] == ["front"]


def test_front_pages_are_opened_and_what_is_no_edition_is_not(catalogue):
    opens = clicks.open_edition(catalogue, "zh")
    assert dict(opens("front", "工会").parameters)["edition"] == ["front"]
    assert opens("elsewhere", "工会") is None


def test_a_topic_takes_the_place_of_the_themes():
    assert dict(clicks.open_topic("7", "").parameters) == {"topic": ["7"], "theme": ()}


def test_an_article_is_opened_in_the_reader():
    assert dict(clicks.open_article("a-00001", "").parameters) == {"article": ["a-00001"]}
