"""The dashboard in a real browser: glyphs, links, filters, the reader, an upload."""

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from playwright.sync_api import expect

SEEDS = Path(__file__).parents[2] / "seeds"


def query_of(page):
    return parse_qs(unquote(urlsplit(page.url).query))


def test_a_copied_link_restores_the_view(visitor):
    reader = visitor()
    page = reader.open()
    page.get_by_text("工会，").first.click()
    # The newspapers stand in the order of their counts, which follow the theme.
    page.wait_for_url("**theme=*")
    reader.settle()
    page.get_by_role("combobox", name="报纸").click()
    page.get_by_role("option", name="工人日报").click()
    page.keyboard.press("Escape")
    page.get_by_role("textbox", name="全文搜索").fill("职工")
    page.get_by_role("textbox", name="全文搜索").press("Enter")
    page.wait_for_url("**q=*")
    assert query_of(page) == {"theme": ["工会"], "paper": ["工人日报"], "q": ["职工"]}

    other = visitor().open(page.url.partition(page.url.split("/")[2])[2])
    expect(other.get_by_role("textbox", name="全文搜索")).to_have_value("职工")
    expect(other.get_by_text("已选")).not_to_contain_text("36 / 36")
    expect(page.get_by_text("已选")).to_have_text(other.get_by_text("已选").inner_text())


def test_the_filter_stays_from_page_to_page(visitor):
    reader = visitor()
    page = reader.open("/?theme=养老")
    told = page.get_by_text("已选").inner_text()
    page.get_by_role("link", name="文章").first.click()
    page.wait_for_url("**/articles*")
    reader.settle()
    assert page.get_by_text("已选").inner_text() == told


def test_the_reader_marks_words_and_stands_in_the_link(visitor):
    reader = visitor(height=1600)
    page = reader.open("/articles")
    reader.choose_row(0)
    page.wait_for_url("**article=*")
    assert page.locator("mark").first.inner_text()
    other = visitor().open(f"/articles?article={query_of(page)['article'][0]}")
    other.wait_for_selector("mark")
    assert other.locator("mark").count() == page.locator("mark").count()


def test_an_article_of_a_theme_opens_in_the_reader_and_back_goes_back(visitor):
    reader = visitor(height=2600)
    page = reader.open("/themes?of=生态")
    reader.choose_row(0)
    page.wait_for_url("**/articles*article=*")
    page.wait_for_selector("mark")
    page.go_back()
    page.wait_for_url("**/themes*")
    page.locator("[data-testid=stPlotlyChart]").nth(1).wait_for()
    assert page.get_by_text("看哪个主题").is_visible()


def test_english_by_the_switch(visitor):
    page = visitor().open()
    page.get_by_text("English").click()
    page.wait_for_url("**lang=en*")
    page.get_by_text("How much each theme holds").wait_for()
    assert page.get_by_role("checkbox", name="Unions").is_visible()


def test_an_upload_becomes_a_study(visitor):
    page = visitor().open()
    page.get_by_text("上传版面文字").click()
    page.locator("input[type=file]").first.set_input_files(SEEDS / "003_718b560af7175bc6.txt")
    page.get_by_label("研究名称").fill("一版工人日报")
    page.get_by_role("button", name="建立研究").click()
    page.get_by_role("heading", name="一版工人日报").wait_for()
    assert len(query_of(page)["study"][0]) == 20
