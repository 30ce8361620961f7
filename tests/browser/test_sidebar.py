"""The sidebar in a real browser: by keys, in the link, back again; uploads, and one given up."""

import io
import json
import zipfile
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

SEEDS = Path(__file__).parents[2] / "seeds"
BUILD_WITHIN = 60_000


def query_of(page):
    return parse_qs(urlsplit(page.url).query)


def sidebar_of(page):
    return page.locator("[data-testid=stSidebar]")


def read_controls(page):
    """Return what the sidebar shows: what is checked, typed, chosen and pressed."""
    sidebar = sidebar_of(page)
    return {
        "told": sidebar.get_by_text("主题为").inner_text(),
        "boxes": [box.get_attribute("aria-label") for box in checked(page).all()],
        "search": page.get_by_role("textbox", name="全文搜索").input_value(),
        "papers": sidebar.locator("[data-testid=stMultiSelect]").inner_text(),
        "days": page.get_by_role("spinbutton").all_inner_texts(),
        "pressed": sidebar.locator("[data-testid$=Active]").all_inner_texts(),
    }


def checked(page):
    return page.get_by_role("checkbox", checked=True)


def path_of(page):
    parts = urlsplit(page.url)
    return f"{parts.path}?{parts.query}"


def set_tree(reader):
    """Choose a theme and a topic, and search."""
    page, sidebar = reader.page, sidebar_of(reader.page)
    sidebar.get_by_text("工会，").first.click()
    page.wait_for_url("**theme=*")
    reader.settle()
    sidebar.get_by_text("个议题").first.click()
    sidebar.locator("[data-testid=stExpanderDetails] [data-testid=stCheckbox] label").first.click()
    page.wait_for_url("**topic=*")
    reader.settle()
    search = page.get_by_role("textbox", name="全文搜索")
    search.fill("职工 -食堂")
    search.press("Enter")
    page.wait_for_url("**q=*")
    reader.settle()


def set_rest(reader):
    """Choose a newspaper, two days, front pages, and captions beside articles."""
    page, sidebar = reader.page, sidebar_of(reader.page)
    page.get_by_role("combobox", name="报纸").click()
    page.get_by_role("option", name="工人日报").click()
    page.keyboard.press("Escape")
    page.wait_for_url("**paper=*")
    reader.settle()
    for parameter, name, digits in (("from", "从", "20211001"), ("to", "至", "20241230")):
        page.get_by_role("spinbutton", name=f"year, {name}").click()
        page.keyboard.type(digits)
        # A day that is typed counts when its field is left.
        page.get_by_role("textbox", name="全文搜索").click()
        page.wait_for_url(f"**{parameter}=*")
        reader.settle()
    sidebar.get_by_text("版次、体裁").click()
    for parameter, name in (("edition", "头版"), ("kind", "图片说明")):
        sidebar.get_by_text(name).first.click()
        page.wait_for_url(f"**{parameter}=*")
        reader.settle()


def test_a_link_restores_every_control(visitor):
    reader = visitor(height=1500)
    page = reader.open("/")
    set_tree(reader)
    set_rest(reader)
    query = query_of(page)
    assert set(query) == {"theme", "topic", "q", "paper", "from", "to", "edition", "kind"}
    assert (query["from"], query["kind"]) == (["2021-10-01"], ["article", "photo"])
    other = visitor(height=1500).open(path_of(page))
    assert query_of(other) == query
    expect(checked(other)).to_have_count(2)
    expect(sidebar_of(other).get_by_text("体裁为文章或图片说明")).to_be_visible()
    assert read_controls(other) == read_controls(page)


def test_back_brings_the_filters_back_after_a_reset(visitor):
    reader = visitor(height=1500)
    page = reader.open("/?theme=生态&from=2020-01-02&q=河")
    page.get_by_role("button", name="清除筛选").click()
    page.wait_for_url(lambda url: "theme" not in url)
    reader.settle()
    assert query_of(page) == {}
    page.go_back()
    page.wait_for_url("**theme=*")
    reader.settle()
    assert query_of(page) == {"theme": ["生态"], "from": ["2020-01-02"], "q": ["河"]}
    assert page.get_by_role("checkbox", name="生态").is_checked()
    expect(page.get_by_role("textbox", name="全文搜索")).to_have_value("河")


def test_the_tree_is_used_by_keys_alone(visitor):
    reader = visitor()
    page = reader.open("/")
    page.get_by_role("button", name="反选").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**theme=*")
    reader.settle()
    assert len(query_of(page)["theme"]) == 5
    page.get_by_role("button", name="全不选").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "theme" not in url)
    reader.settle()
    fold = sidebar_of(page).locator("summary", has_text="个议题").first
    fold.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_url("**topic=*")
    reader.settle()
    assert page.get_by_role("checkbox", checked=True).count() == 1


def test_on_a_telephone_the_head_of_the_page_says_what_is_selected(visitor):
    page = visitor(width=390, height=844).open("/?theme=工会&q=职工")
    told = page.locator("[data-testid=stMain]").get_by_text("筛选：主题为工会；含“职工”")
    assert told.is_visible()
    assert told.bounding_box()["width"] <= 390


def open_upload(page, kind="文件"):
    sidebar_of(page).get_by_text("上传版面文字").click()
    if kind != "文件":
        page.get_by_role("radio", name=kind).click()
        page.get_by_role("button", name="Upload directories").wait_for()


def start_build(page):
    page.get_by_role("button", name="建立研究").click()


def test_the_build_waits_for_files_on_their_way(visitor):
    page = visitor(height=1500).open("/")
    held = []
    page.route("**/upload_file/**", lambda route: held.append(route))  # noqa: PLW0108 - playwright marks what it is given, which a built-in method does not bear
    open_upload(page)
    page.locator("input[type=file]").first.set_input_files(min(SEEDS.glob("*.txt")))
    page.locator("[data-testid=stFileChip]").wait_for()
    while not held:
        page.wait_for_timeout(50)
    button = page.get_by_role("button", name="建立研究")
    expect(button).to_be_disabled()
    held[0].continue_()
    expect(button).to_be_enabled()


def test_a_folder_becomes_a_study_with_what_could_not_be_read(visitor, tmp_path):
    folder = tmp_path / "pages"
    (folder / "inner").mkdir(parents=True)
    for number, path in enumerate(sorted(SEEDS.glob("*.txt"))[:2]):
        (folder / "inner" / f"{number}.txt").write_bytes(path.read_bytes())
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00")
    page = visitor(height=1500).open("/")
    open_upload(page, "文件夹")
    page.locator("input[type=file]").first.set_input_files(folder)
    start_build(page)
    page.wait_for_url("**study=*", timeout=BUILD_WITHIN)
    sidebar_of(page).get_by_text("没能读取的（1）").click()
    expect(sidebar_of(page)).to_contain_text("pages/picture.txt")


def test_a_zip_becomes_a_study(visitor):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(SEEDS.glob("*.txt"))[:2]:
            archive.writestr(f"报/{path.name}", path.read_bytes())
    page = visitor(height=1500).open("/")
    open_upload(page)
    file = {"name": "报.zip", "mimeType": "application/zip", "buffer": packed.getvalue()}
    page.locator("input[type=file]").first.set_input_files(file)
    start_build(page)
    page.wait_for_url("**study=*", timeout=BUILD_WITHIN)
    expect(sidebar_of(page)).to_contain_text("建好了：2 个版面")


@pytest.fixture
def long_tables(tmp_path):
    """Return tables of so many articles that their build takes seconds.

    They are many so that it ends at once when it is given up, between two of them.
    """
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    for start in range(0, 6_000, 150):
        rows = (
            json.dumps({"标题": f"第{n}篇", "正文": text[n * 3 : n * 3 + 900]}, ensure_ascii=False)
            for n in range(start, start + 150)
        )
        (tmp_path / f"{start}.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return sorted(tmp_path.glob("*.jsonl"))


def test_a_build_is_given_up_while_the_old_study_stays_in_use(visitor, long_tables):
    reader = visitor(height=1500)
    page = reader.open("/")
    open_upload(page)
    page.locator("input[type=file]").first.set_input_files(long_tables)
    start_build(page)
    cancel = sidebar_of(page).get_by_role("button", name="取消")
    cancel.wait_for()
    page.get_by_role("link", name="文章").first.click()
    page.wait_for_url("**/articles*")
    page.locator("[data-testid=stDataFrame]").first.wait_for()
    cancel.click()
    sidebar_of(page).get_by_text("已取消").wait_for()
    assert "study" not in query_of(page)
