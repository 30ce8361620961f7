"""What the server gives out beside Streamlit."""

import pytest

from tests.ui.routes import get


def test_the_first_page_is_found_by_its_name_with_its_filters():
    found = get("/overview?theme=%E5%B7%A5%E4%BC%9A&q=a%20b", host="localhost")
    assert found.status == 307
    assert found.headers["location"] == "./?theme=%E5%B7%A5%E4%BC%9A&q=a%20b"


def test_a_page_is_told_where_its_server_is():
    assert "BACKEND_BASE_URL" in get("/articles").text


@pytest.mark.parametrize("colour", ["0072B2", "ffffff"])
def test_a_mark_is_drawn_in_its_colour(colour):
    found = get(f"/marks/{colour}.svg")
    assert f'fill="#{colour}"' in found.text
    assert found.headers["content-type"] == "image/svg+xml"


def test_what_is_no_colour_is_not_drawn():
    assert get('/marks/red"onload="x.svg').status == 404
