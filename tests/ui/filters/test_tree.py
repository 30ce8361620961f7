"""The topic filter as a tree: counts that follow the other filters, all, none, invert."""

import pytest


def boxes_of(app, kind):
    return {
        box.key.partition(".")[2]: box
        for box in app.sidebar.checkbox
        if box.key.startswith(f"{kind}.")
    }


def count_of(box):
    return int(box.label.rpartition("，")[2].replace(",", ""))


def chosen_of(app):
    return {name: app.query_params.get(name, []) for name in ("theme", "topic")}


def list_chosen(app, name):
    value = app.query_params.get(name, [])
    return [value] if isinstance(value, str) else value


def press(app, key):
    app.button(key=key).click().run()
    assert not app.exception
    return app


@pytest.fixture(scope="module")
def counted(visit):
    """Visit three views: of everything, of a search, of a theme."""
    return visit(), visit(q="养老"), visit(theme="工会")


@pytest.mark.parametrize("kind", ["theme", "topic"])
def test_counts_follow_the_other_filters_and_not_their_own(counted, kind):
    everything, some, themed = counted
    all_counts = {name: count_of(box) for name, box in boxes_of(everything, kind).items()}
    few_counts = {name: count_of(box) for name, box in boxes_of(some, kind).items()}
    assert sum(few_counts.values()) < sum(all_counts.values())
    assert {name: count_of(box) for name, box in boxes_of(themed, kind).items()} == all_counts


def test_a_topic_widens_what_a_theme_selects(visit):
    app = visit(theme="生态")
    alone = int(app.metric[0].value)
    other = next(box for box in boxes_of(app, "topic").values() if count_of(box) > 5)
    other.check().run()
    assert list_chosen(app, "topic") == [other.key.partition(".")[2]]
    assert int(app.metric[0].value) > alone


def test_all_chooses_every_theme_and_none_chooses_nothing(visit):
    app = press(visit(topic="3"), "themes-all")
    assert all(box.value for box in boxes_of(app, "theme").values())
    assert list_chosen(app, "topic") == []
    press(app, "themes-none")
    assert not any(box.value for box in boxes_of(app, "theme").values())
    assert "theme" not in app.query_params


def test_invert_twice_is_what_was(visit):
    own = next(iter(boxes_of(visit(), "topic")))
    app = visit(theme=["生态"], topic=[own])
    before = (list_chosen(app, "theme"), list_chosen(app, "topic"))
    press(app, "themes-invert")
    assert not boxes_of(app, "theme")["生态"].value
    assert not boxes_of(app, "topic")[own].value
    assert (list_chosen(app, "theme"), list_chosen(app, "topic")) != before
    press(app, "themes-invert")
    assert (list_chosen(app, "theme"), list_chosen(app, "topic")) == before


def test_a_theme_is_open_where_one_of_its_topics_is_chosen(visit):
    app = visit()
    topic = next(iter(boxes_of(app, "topic")))
    folded = [one.proto.expanded for one in app.sidebar.expander]
    opened = [one.proto.expanded for one in visit(topic=topic).sidebar.expander]
    assert sum(opened) == sum(folded) + 1


def test_a_box_is_called_by_name_and_count_alone(visit):
    # Streamlit reads the label aloud as it is written, Markdown and all.
    boxes = [*boxes_of(visit(), "theme").values(), *boxes_of(visit(), "topic").values()]
    assert "社会保险，4" in [box.label for box in boxes]
    assert not [box.label for box in boxes if "![" in box.label or "\\" in box.label]
    assert "Social insurance, 4" in [box.label for box in visit(lang="en").sidebar.checkbox]
