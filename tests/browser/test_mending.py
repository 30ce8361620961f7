"""A page is mended in a real browser: by one click, by keys, undone, and led to and back."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import expect

RAW = ".bt-page"


def query_of(page):
    return parse_qs(unquote(urlsplit(page.url).query))


def count_of(page):
    return page.locator(".bt-cards li").count()


@pytest.fixture
def reader(visitor):
    one = visitor()
    one.open("/pages")
    one.page.wait_for_selector(RAW)
    return one


def test_joined_by_one_click_and_undone_by_another(reader):
    page = reader.page
    before = count_of(page)
    page.get_by_role("button", name="把下一篇并进来").click()
    page.wait_for_url("**study=*")
    expect(page.locator(".bt-cards li")).to_have_count(before - 1)
    page.get_by_role("button", name="撤销上一步").click()
    expect(page.locator(".bt-cards li")).to_have_count(before)


def test_a_copied_link_restores_page_and_article(reader, visitor):
    page = reader.page
    page.locator("#card-1").wait_for()
    page.get_by_role("combobox", name="看哪一篇").click()
    page.get_by_role("option").nth(1).click()
    page.wait_for_url("**page=*")
    reader.settle()
    number = page.locator(".bt-cards .bt-chosen").get_attribute("data-n")
    assert set(query_of(page)) == {"page", "article"}
    other = visitor().open(page.url.partition(page.url.split("/")[2])[2])
    expect(other.locator(".bt-cards .bt-chosen")).to_have_attribute("data-n", number)


def test_the_chosen_article_is_in_sight(reader):
    page = reader.page
    box = page.locator(RAW).bounding_box()
    run = page.locator(f"{RAW} .bt-chosen").first.bounding_box()
    assert box["y"] - 2 <= run["y"] < box["y"] + box["height"]


def test_what_belongs_together_lights_up_together(reader):
    page = reader.page
    page.locator("#card-1").hover()
    shade = page.evaluate("getComputedStyle(document.querySelector('#run-1')).boxShadow")
    assert shade != "none"


def test_a_number_leads_to_its_card_by_keys(reader):
    page = reader.page
    page.locator("#run-2 a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**#card-2")
    assert page.evaluate("document.querySelector(':target').id") == "card-2"


def test_a_tool_is_used_by_keys(reader):
    page = reader.page
    page.get_by_role("button", name="改为启事").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**study=*")
    expect(page.locator(".bt-cards .bt-chosen")).to_contain_text("启事")


def test_from_an_article_to_its_place_and_back(visitor):
    reader = visitor(height=1600)
    page = reader.open("/articles")
    reader.choose_row(0)
    page.wait_for_url("**article=*")
    article = query_of(page)["article"]
    page.get_by_role("link", name="看它在版面上的位置").click()
    page.wait_for_url("**/pages*article=*")
    page.wait_for_selector(RAW)
    assert query_of(page)["article"] == article
    page.get_by_role("link", name="读这篇文章").click()
    page.wait_for_url("**/articles*article=*")
    page.wait_for_selector("mark")
    assert query_of(page)["article"] == article
