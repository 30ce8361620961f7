"""The README's pictures, made from the real dashboard: pytest --pictures tests/browser."""

from pathlib import Path

import pytest

PICTURES = Path(__file__).parents[2] / "assets" / "readme"
PAGES = {
    "overview": "/",
    "themes": "/themes?of=工会",
    "articles": "/articles",
    "compare": "/compare",
    "pages": "/pages",
    "model": "/model",
}


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("name", PAGES)
def test_a_page_fills_its_picture(visitor, tmp_path, request, name, width):
    reader = visitor(width=width, height=900)
    page = reader.open(PAGES[name])
    if name == "articles":
        reader.choose_row(0)
        page.wait_for_selector("mark")
    height = page.evaluate("document.querySelector('[data-testid=stMain]').scrollHeight")
    page.set_viewport_size({"width": width, "height": min(height, 2400)})
    reader.settle()
    folder = PICTURES if request.config.getoption("--pictures") else tmp_path
    path = folder / f"{name}-{width}.png"
    page.screenshot(path=path)
    assert path.stat().st_size > 30_000
