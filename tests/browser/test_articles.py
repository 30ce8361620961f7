"""文章 and 主题 in a real browser: before and after, order, pages, and the way back."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import expect


def query_of(page):
    return parse_qs(urlsplit(page.url).query)


def wait_for_another(page, article):
    """Wait until another article than this one is open."""
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("article") != article)


def test_a_row_is_ticked_by_keys_and_a_headline_opens_by_a_click(visitor):
    reader = visitor(height=1600)
    page = reader.open("/articles?sort=long")
    table = page.locator("[data-testid=stDataFrame]").first
    table.locator("[role=gridcell]").first.wait_for(state="attached")
    box, steps = table.bounding_box(), page.evaluate("history.length")
    # None is opened on the way to a row.
    table.locator("canvas").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(300)
    assert "article" not in query_of(page)
    page.keyboard.press("Shift+Space")
    page.wait_for_url("**article=*")
    reader.settle()
    ticked = query_of(page)["article"]
    # The headline of the first row, a little right of its tick box.
    page.mouse.click(box["x"] + 80, box["y"] + 35 + 17)
    wait_for_another(page, ticked)
    reader.settle()
    assert page.evaluate("history.length") == steps + 2


def test_the_next_article_and_back(visitor):
    reader = visitor(height=1600)
    page = reader.open("/articles?sort=long")
    reader.choose_row(0)
    page.wait_for_url("**article=*")
    reader.settle()
    first = query_of(page)["article"]
    page.get_by_role("button", name="下一篇").click()
    wait_for_another(page, first)
    reader.settle()
    page.go_back()
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query).get("article") == first)
    expect(page.get_by_text("第 1 / ")).to_be_visible()


def test_an_order_stands_in_the_address_and_goes_back(visitor):
    reader = visitor()
    page = reader.open("/articles")
    page.get_by_role("combobox", name="排序").click()
    page.get_by_role("option", name="字数，长的在前").click()
    page.wait_for_url("**sort=long*")
    reader.settle()
    page.go_back()
    page.wait_for_url(lambda url: "sort" not in url)
    reader.settle()
    assert "sort" not in page.url
    assert page.get_by_role("combobox", name="排序").is_visible()


def test_a_neighbour_opens_its_topic_and_back_comes_back(visitor):
    reader = visitor(height=1600)
    page = reader.open("/themes?of=%E5%B7%A5%E4%BC%9A")
    page.locator(".bt-near a").first.click()
    page.wait_for_url("**in=*")
    reader.settle()
    page.go_back()
    page.wait_for_url(lambda url: "in=" not in url)
    page.locator(".bt-near a").first.wait_for()
    assert "in=" not in page.url
