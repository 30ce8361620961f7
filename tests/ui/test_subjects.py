"""The page 主题: a theme or a topic by the address, words by relevance, undo beside the tools."""

import json
from io import BytesIO

import pytest
from PIL import Image
from streamlit.elements.lib import image_utils

from analysis.study.shelf import find_study
from analysis.study.topics import list_topic_edits


def charts_of(app):
    return [json.loads(chart.proto.spec)["data"][0] for chart in app.get("plotly_chart")]


def terms_of(app):
    return [key for key, *_ in charts_of(app)[0]["customdata"]]


def test_a_topic_is_chosen_and_stands_in_the_address(visit):
    app = visit("themes", of="工会")
    topic = app.selectbox(key="in").options[1]
    app.selectbox(key="in").select_index(1).run()
    assert not app.exception
    assert app.query_params["in"]
    assert topic.partition("（")[0] in "".join(one.value for one in app.subheader)


def test_another_theme_leaves_the_topic_and_the_page_of_the_last_behind(visit):
    app = visit("themes", of="工会")
    app.selectbox(key="in").select_index(1).run()
    app.query_params["p"] = "2"
    app.query_params["relevance"] = "0.2"
    app.run()
    pick = next(one for one in app.main.get("button_group") if one.key == "of")
    pick.set_value("生态").run()
    assert not app.exception
    assert app.query_params["of"] in ("生态", ["生态"])
    assert not {"in", "p"} & set(app.query_params)
    assert "relevance" in app.query_params


def test_the_slider_orders_the_words(visit):
    usual, own = visit("themes", of="工会"), visit("themes", of="工会", relevance="0.0")
    assert own.slider(key="relevance").value == 0.0
    assert terms_of(usual)[0] == "工会"
    assert terms_of(own) != terms_of(usual)
    own.slider(key="relevance").set_value(0.6).run()
    assert "relevance" not in own.query_params
    assert terms_of(own) == terms_of(usual)


@pytest.mark.parametrize("odd", [{"in": "99"}, {"in": "x", "relevance": "7.5"}, {"relevance": "½"}])
def test_odd_addresses_show_the_whole_theme(visit, odd):
    app = visit("themes", of="工会", **odd)
    assert not app.exception
    assert app.selectbox(key="in").value == "all"


def test_neighbours_are_links_to_their_topics(visit):
    bodies = "".join(one.proto.body for one in visit("themes", of="工会").get("html"))
    assert bodies.count('href="themes?of=') >= 5


def test_numbers_follow_the_filters(visit):
    everything, some = visit("themes", of="工会"), visit("themes", of="工会", paper="工人日报")
    assert terms_of(everything) == terms_of(some)
    assert len(some.dataframe[0].value) < len(everything.dataframe[0].value)


def test_the_last_edit_is_undone_beside_the_tools(visit):
    app = visit("themes", of="工会")
    app.button(key="topic-hide").click().run()
    assert not app.exception
    app.button(key="topic-undo").click().run()
    assert not app.exception
    key = app.query_params["study"]
    study = find_study(key if isinstance(key, str) else key[0])
    assert list_topic_edits(study) == ()
    assert not [one for one in app.button if one.key == "topic-undo"]


def test_the_cloud_is_no_wider_than_streamlit_shows(visit, monkeypatch):
    wide = []
    real = image_utils._ensure_image_size_and_format  # noqa: SLF001 - what makes it smaller

    def note(data, *rest):
        wide.append(Image.open(BytesIO(data)).width)
        return real(data, *rest)

    monkeypatch.setattr(image_utils, "_ensure_image_size_and_format", note)
    visit("themes")
    assert wide
    assert max(wide) <= image_utils.MAXIMUM_CONTENT_WIDTH
