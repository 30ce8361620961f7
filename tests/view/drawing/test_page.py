"""The page that a reader opens offline: everything inside, nothing asked from anywhere."""

import base64
import re
from dataclasses import replace
from io import BytesIO

import pytest
from fontTools.ttLib import TTFont
from plotly.offline import get_plotlyjs

from analysis.view.drawing.page import figure_html


@pytest.fixture
def document(headlines):
    """Make the page of the twelve headlines."""
    return figure_html(headlines).decode()


def test_outside_of_plotlys_own_text_no_host_is_named(document):
    assert get_plotlyjs() in document
    assert re.findall(r"(?:https?:)?//[\w.]+\.\w+", document.replace(get_plotlyjs(), "")) == []


def test_the_browser_is_told_to_fetch_nothing(document):
    assert "default-src 'none'" in document


def test_every_character_of_the_page_is_in_its_font(document, headlines):
    data = re.search(r"base64,([\w+/=]+)", document).group(1)
    with TTFont(BytesIO(base64.b64decode(data))) as font:
        held = {chr(code) for code in font.getBestCmap()}
    shown = headlines.title + headlines.value_label + "".join(headlines.frame["headline"])
    assert set(shown) <= held


def test_headlines_are_text_and_not_markup(document):
    body = document.replace(get_plotlyjs(), "")
    assert "<b>职工" not in body
    assert "<td>&lt;b&gt;职工之家&lt;/b&gt; &amp; $5 元餐 100% 覆盖</td>" in body


def test_a_headline_cannot_end_the_script(headlines):
    frame = headlines.frame.assign(headline="</script><script>alert(1)</script>")
    body = figure_html(replace(headlines, frame=frame)).decode().replace(get_plotlyjs(), "")
    assert "<script>alert" not in body


def test_with_a_script_beside_it_the_page_is_small_and_says_what_it_needs(bars):
    page = figure_html(bars, script="plotly.min.js").decode()
    assert get_plotlyjs() not in page
    assert 'src="plotly.min.js"' in page
    assert "script-src 'unsafe-inline' 'self' file:;" in page
    assert '<p id="lone" hidden>' in page
    assert re.findall(r"https?://", page) == []


def test_a_page_of_its_own_may_run_nothing_from_beside(document):
    assert "script-src 'unsafe-inline';" in document
    assert "file:" not in document.replace(get_plotlyjs(), "")


def test_the_data_stands_beside_the_picture(stacked):
    assert "<tr><td>工人日报</td><td>工会</td><td>72%</td></tr>" in figure_html(stacked).decode()


def test_language_and_alternative_text_are_set(bars):
    document = figure_html(replace(bars, language="en")).decode()
    assert '<html lang="en">' in document
    assert 'aria-label="工会最多，占四成. ' in document


def test_a_page_repeats(bars):
    assert figure_html(bars) == figure_html(bars)
