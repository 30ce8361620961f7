"""What holds on each page, at each width, in each look, with articles, with none, of an upload."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = ("", "themes", "articles", "compare", "pages", "model")
SEEDS = Path(__file__).parents[2] / "seeds"
CASES = [
    *(("seeds", width, look) for width in (1440, 390) for look in ("light", "dark")),
    ("nothing", 1440, "dark"),
    ("nothing", 390, "light"),
    ("upload", 390, "dark"),
]
NOTHING = "?q=这几个字不会出现在任何文章里"
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21aa"]}}
FONT_IS_OURS = "document.fonts.check('16px \"Noto Sans SC\"', '工会') && document.fonts.size > 0"
LOADED = "[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)"


@pytest.fixture(scope="module", params=CASES, ids=lambda case: "-".join(map(str, case)))
def case(request):
    return request.param


@pytest.fixture(scope="module")
def uploaded(visitor):
    """Upload a page as a reader does, and return the address of its study."""
    one = visitor()
    page = one.open()
    page.get_by_text("上传版面文字").click()
    page.locator("input[type=file]").first.set_input_files(SEEDS / "003_718b560af7175bc6.txt")
    page.get_by_label("研究名称").fill("一版工人日报")
    page.get_by_role("button", name="建立研究").click()
    page.get_by_role("heading", name="一版工人日报").wait_for()
    yield f"?{urlsplit(page.url).query}"
    one.leave()


@pytest.fixture(scope="module", params=PAGES, ids=lambda page: page or "overview")
def reader(request, case, visitor):
    """Open one page in one width and look; the tests that follow look at it together."""
    state, width, look = case
    query = NOTHING if state == "nothing" else ""
    if state == "upload":
        query = request.getfixturevalue("uploaded")
    one = visitor(width=width, look=look)
    one.open(f"/{request.param}{query}")
    yield one
    one.leave()


def test_no_request_leaves_the_machine(reader):
    hosts = {urlsplit(url).hostname for url in reader.requests if not url.startswith("data:")}
    assert hosts == {"127.0.0.1"}


def test_the_console_stays_empty(reader):
    assert reader.complaints == []


def test_chinese_is_shown_in_our_own_font(reader):
    assert reader.page.evaluate(FONT_IS_OURS)
    assert any("Noto Sans SC" in family for family in reader.page.evaluate(LOADED))


def test_nothing_is_wider_than_the_screen(reader):
    wide = reader.page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


def test_no_rule_of_access_is_broken(reader):
    broken = Axe().run(reader.page, options=RULES).response["violations"]
    assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in broken] == []


def test_the_language_is_told(reader):
    assert reader.page.evaluate("document.documentElement.lang") == "zh-CN"
