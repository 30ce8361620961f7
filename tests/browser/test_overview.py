"""Clicks on the charts of the overview open what they stand for, and Back goes back."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest

# Which of the page's charts, which mark in it, and what the address says then.
CLICKS = {
    "bar": (0, ".bars .point path", "themes", {"of"}),
    "segment": (1, ".bars .point path", "articles", {"paper", "theme"}),
    # The theme of the first dot leads in none of its articles: they come by their share of it.
    "dot": (2, ".points .point", "articles", {"from", "to", "sort"}),
    "topic": (3, ".points .point", "articles", {"topic"}),
    "article": (4, ".points .point", "articles", {"article"}),
}


def query_of(page):
    return parse_qs(unquote(urlsplit(page.url).query))


def click_mark(page, chart, mark):
    """Click the last mark of a chart that is large enough to be hit."""
    card = page.locator("[data-testid=stPlotlyChart]").nth(chart)
    card.scroll_into_view_if_needed()
    page.wait_for_timeout(500)
    marks = card.locator(mark)
    boxes = [marks.nth(at).bounding_box() for at in range(marks.count())]
    box = next(box for box in reversed(boxes) if box and box["width"] > 4)
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_timeout(200)
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


@pytest.mark.parametrize("name", CLICKS)
def test_a_mark_opens_what_it_stands_for_and_back_goes_back(visitor, name):
    chart, mark, opened, parameters = CLICKS[name]
    reader = visitor(height=1400)
    page = reader.open("/?per=characters")
    click_mark(page, chart, mark)
    page.wait_for_url(f"**/{opened}?*")
    reader.settle()
    assert parameters <= set(query_of(page))
    page.go_back()
    page.wait_for_url("**/?per=characters")
    reader.settle()
    # What was clicked once does not fire again.
    page.wait_for_timeout(1500)
    assert urlsplit(page.url).path == "/"
    assert query_of(page) == {"per": ["characters"]}


@pytest.mark.parametrize("width", [1440, 390])
def test_the_maps_lie_within_their_frames(visitor, width):
    page = visitor(width=width).open("/")
    for chart in (3, 4):
        card = page.locator("[data-testid=stPlotlyChart]").nth(chart)
        card.scroll_into_view_if_needed()
        frame = card.bounding_box()
        marks = card.locator(".points .point")
        boxes = [marks.nth(at).bounding_box() for at in range(marks.count())]
        assert boxes
        for box in boxes:
            assert box["x"] >= frame["x"]
            assert box["x"] + box["width"] <= frame["x"] + frame["width"]
