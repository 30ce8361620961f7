"""What a click on a chart of the overview opens."""

from analysis.study.records import Selection
from analysis.ui.overview import clicks
from analysis.ui.subjects import numbers
from analysis.view.exhibits.newspapers import REST
from analysis.view.topics.subjects import Subject


def told(target):
    """Return the parameters of a target that are not empty."""
    return {name: list(values) for name, values in target.parameters.items() if values}


def test_a_bar_opens_its_theme():
    target = clicks.open_theme("工会", "")
    assert (target.page, dict(target.parameters)) == ("themes", {"of": ["工会"]})


def test_a_cell_opens_the_articles_of_newspaper_and_theme(catalogue):
    # An empty parameter would open the articles of all newspapers.
    target = clicks.open_newspaper(catalogue, Selection(), "en")("", "Unions")
    assert target.page == "articles"
    assert told(target) == {"paper": ["-"], "theme": ["工会"]}
    assert told(numbers.open_newspaper(catalogue, Selection(), Subject("工会"))("", "")) == {
        "paper": ["-"],
        "theme": ["工会"],
    }


def test_a_share_that_is_the_main_one_of_no_article_opens_those_that_hold_most_of_it(catalogue):
    assert "养老" not in {catalogue.themes[main] for main in catalogue.main}
    target = clicks.open_newspaper(catalogue, Selection(search="的"), "zh")("", "养老")
    assert told(target) == {"paper": ["-"], "q": ["的"], "sort": ["theme.养老"]}


def test_a_dot_of_a_trend_keeps_to_the_days_selected(catalogue):
    opens = numbers.open_period(catalogue, Selection(until="2024-04-10"), Subject("工会"))
    parameters = told(opens("2024-04-01/2024-04-30", ""))
    assert (parameters["from"], parameters["to"]) == (["2024-04-01"], ["2024-04-10"])


def test_the_rest_of_the_newspapers_opens_nothing(catalogue):
    assert clicks.open_newspaper(catalogue, Selection(), "zh")(REST, "工会") is None


def test_a_dot_opens_the_articles_of_its_step_within_the_days_selected(catalogue):
    selection = Selection(since="2024-04-02")
    opens = clicks.open_period(catalogue, selection, "front", language="zh")
    parameters = told(opens("2024-04-01/2024-04-30", "生态"))
    assert parameters["from"] == ["2024-04-02"]
    assert parameters["to"] == ["2024-04-30"]
    assert parameters["edition"] == ["front"]


def test_front_pages_are_opened_and_what_is_no_edition_is_not(catalogue):
    opens = clicks.open_edition(catalogue, Selection(), "zh")
    assert told(opens("front", "工会"))["edition"] == ["front"]
    assert opens("elsewhere", "工会") is None


def test_a_topic_takes_the_place_of_the_themes():
    assert dict(clicks.open_topic("7", "").parameters) == {"topic": ["7"], "theme": ()}


def test_an_article_is_opened_in_the_reader():
    assert dict(clicks.open_article("a-00001", "").parameters) == {"article": ["a-00001"]}
