"""The menu that gives the whole selection: its links, and what they give."""

import io
import json
import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from analysis.study.sending import unpack_study
from analysis.ui import cached, offers
from analysis.ui.offers import Offer, find_offer, keep_offer
from analysis.ui.takeaway import KINDS


def links_of(app):
    """Return the keys of the offers on a page, by kind."""
    (menu,) = (one.proto.body for one in app.get("html") if "bt-take" in one.proto.body)
    return dict(zip(KINDS, re.findall(r'href="take/(\w+)\?lang=zh"', menu), strict=True))


def bytes_of(key):
    return b"".join(find_offer(key).make(lambda *_: None))


@pytest.fixture(scope="module")
def offered(opened):
    return links_of(opened)


@pytest.fixture(scope="module")
def opened():
    app = AppTest.from_file(str(Path(__file__).parents[2] / "app.py"), default_timeout=120)
    app.query_params["theme"] = "养老"
    return app.run()


def test_each_file_says_study_kind_and_date(offered):
    names = [find_offer(key).name for key in offered.values()]
    assert names[0].startswith("五个样例版面_图和表_")
    assert [name.rpartition(".")[2] for name in names] == list(KINDS.values())


def test_the_same_page_gives_the_same_links(opened, offered):
    assert links_of(opened.run()) == offered


def test_the_recipe_is_that_of_the_study(offered):
    assert json.loads(bytes_of(offered["recipe"]))["name"] == "五个样例版面"


def test_the_study_comes_back(offered, tmp_path):
    file = io.BytesIO(bytes_of(offered["study"]))
    assert unpack_study(file, tmp_path / "back", source="mine.zip").name == "五个样例版面"


def test_the_report_is_of_what_is_selected(offered):
    report = bytes_of(offered["report"]).decode()
    assert report.startswith("<!doctype html>")
    assert len(re.findall("<section [^>]*style=", report)) == 1
    # Only the page of the comparison has two sides.
    assert 'id="sides"' not in report


def test_charts_and_tables_begin_to_come_with_the_first_of_them(offered):
    pieces = find_offer(offered["selection"]).make(lambda *_: None)
    assert next(pieces).startswith(b"PK\x03\x04")
    pieces.close()


def test_no_key_can_be_guessed(monkeypatch):
    offer = Offer("a.txt", "text/plain", lambda _: iter([b"a"]))
    key = keep_offer(offer, "about")
    monkeypatch.setattr(offers, "_SECRET", b"another")
    assert keep_offer(offer, "about") != key


def test_the_oldest_offers_are_forgotten(monkeypatch):
    monkeypatch.setattr(offers, "_MOST", 3)
    offer = Offer("a.txt", "text/plain", lambda _: iter([b"a"]))
    keys = [keep_offer(offer, str(number)) for number in range(4)]
    assert find_offer(keys[0]) is None
    assert find_offer(keys[-1]) is offer


def test_where_nothing_is_selected_nothing_is_offered(visit):
    app = visit(q="没有这个词")
    assert not [one for one in app.get("html") if "bt-take" in one.proto.body]


def test_on_the_page_of_the_comparison_both_sides_are_taken_along(visit, monkeypatch):
    offer = find_offer(links_of(visit("compare"))["report"])
    # The page has counted the words.
    monkeypatch.setattr(cached, "count_study", None)
    pieces = offer.make(lambda *_: None)
    report = b"".join(pieces).decode()
    assert 'id="sides"' in report
    assert "甲：工人日报（n=" in report


def test_the_link_bears_the_language_of_the_page(visit):
    menus = [one.proto.body for one in visit(lang="en").get("html") if "bt-take" in one.proto.body]
    assert len(re.findall(r'href="take/\w+\?lang=en"', menus[0])) == len(KINDS)
