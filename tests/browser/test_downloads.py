"""What comes down is opened and looked at: Chinese ink, no other host, data that reads back."""

import io
import re
import zipfile
from datetime import datetime

import pandas as pd
import pytest
from PIL import Image

from analysis.study.folder import fill_folder
from analysis.study.records import Selection
from analysis.view.export.entries import list_entries
from analysis.view.export.parcel import make_parcel

HOSTS = re.compile(rb"https?://(?!www\.w3\.org/)[\w.-]+")
LABELS = {
    "png": "图片（PNG）",
    "svg": "矢量图（SVG）",
    "pdf": "印刷用（PDF）",
    "html": "可交互网页（HTML）",
    "csv": "数据表（CSV）",
}


@pytest.fixture(scope="module")
def chart(visitor):
    """Download the first chart of the overview in every form: suffix -> (name, bytes)."""
    reader = visitor()
    reader.open("/")
    return {suffix: reader.download(label) for suffix, label in LABELS.items()}


@pytest.fixture(scope="module")
def cloud(visitor):
    """Download the word cloud of a theme as PNG and SVG."""
    reader = visitor()
    reader.open("/themes?of=养老")
    return {suffix: reader.download(LABELS[suffix]) for suffix in ("png", "svg")}


@pytest.mark.parametrize("suffix", LABELS)
def test_a_file_says_study_view_and_date(chart, suffix):
    day = datetime.now().astimezone().date().isoformat()
    assert chart[suffix][0] == f"五个样例版面_各主题占多大份额_{day}.{suffix}"


def test_a_cloud_says_so_too(cloud):
    assert all(name.startswith("五个样例版面_“养老”的词云_") for name, _ in cloud.values())


@pytest.mark.parametrize("picture", ["chart", "cloud"])
def test_a_png_is_large_and_has_ink(request, picture):
    image = Image.open(io.BytesIO(request.getfixturevalue(picture)["png"][1])).convert("L")
    dark = sum(image.histogram()[:200]) / (image.width * image.height)
    assert image.width >= 1400
    assert 0.01 < dark < 0.5


@pytest.mark.parametrize("picture", ["chart", "cloud"])
def test_an_svg_holds_its_glyphs_and_names_no_host(request, picture):
    svg = request.getfixturevalue(picture)["svg"][1]
    assert b"<path" in svg
    assert b"<text" not in svg  # a text would be drawn in whatever font the reader has
    assert not HOSTS.search(svg)


def test_a_pdf_holds_our_font(chart):
    pdf = chart["pdf"][1]
    assert pdf.startswith(b"%PDF-")
    assert b"NotoSansSC" in pdf


def test_a_web_page_opens_offline(chart, visitor, tmp_path):
    path = tmp_path / "chart.html"
    path.write_bytes(chart["html"][1])
    reader = visitor()
    reader.requests.clear()
    reader.page.goto(path.as_uri())
    reader.page.wait_for_selector(".bartext")
    assert reader.page.get_by_text("工会", exact=True).first.is_visible()
    assert {url for url in reader.requests if not url.startswith("data:")} == {path.as_uri()}


def test_the_charts_of_a_zip_draw_offline_with_one_script(catalogue, visitor, tmp_path):
    parcel = make_parcel(catalogue, Selection(), "zh", date="2024-04-04")
    entries = list_entries(parcel, figures=("html",), tables=())
    fill_folder(tmp_path / "zip", ((entry.name, entry.fill) for entry in entries))
    reader = visitor()
    for path in sorted((tmp_path / "zip" / "图").glob("*.html"))[:3]:
        reader.requests.clear()
        reader.page.goto(path.as_uri())
        reader.page.wait_for_selector(".main-svg")
        asked = {url for url in reader.requests if not url.startswith("data:")}
        assert asked == {path.as_uri(), path.with_name("plotly.min.js").as_uri()}
    alone = tmp_path / "alone.html"
    alone.write_bytes(path.read_bytes())
    reader.page.goto(alone.as_uri())
    reader.page.get_by_text("同一个文件夹").wait_for()
    assert not reader.page.locator(".main-svg").count()


def test_the_menu_says_how_far_a_file_is_and_the_file_comes_whole(visitor):
    reader = visitor()
    reader.open("/compare")
    reader.page.get_by_role("button", name="带走").click()
    status = reader.page.locator(".bt-take [role=status]").first
    with reader.page.expect_download() as waiting:
        reader.page.get_by_role("link", name="图和表").click()
        reader.page.get_by_text(re.compile(r"正在制作（制作文件）：\d+ / \d+")).wait_for()
    with zipfile.ZipFile(waiting.value.path()) as archive:
        assert any(name.endswith("_份额相差多少.xlsx") for name in archive.namelist())
    reader.page.wait_for_function("place => !place.textContent", arg=status.element_handle())
    assert not reader.complaints


def test_the_menu_asks_again_after_a_failure(visitor):
    reader = visitor()
    reader.open("/")
    asked = []

    def fail_first(route):
        asked.append(route.request.url)
        words = ["", "正在制作……", ""][min(len(asked) - 2, 2)]
        if len(asked) == 1:
            route.abort()
        else:
            route.fulfill(status=202 if words else 200, body=words)

    reader.page.route("**/take/*/now*", fail_first)
    reader.page.get_by_role("button", name="带走").click()
    with reader.page.expect_download():
        reader.page.get_by_role("link", name="配方").click()
    reader.page.get_by_text("正在制作").wait_for()
    reader.page.get_by_text("正在制作").wait_for(state="detached")
    assert len(asked) == 4
    assert len(set(asked)) == 1
    assert "click=" in asked[0]


def test_a_csv_opens_in_excel_and_reads_back(chart):
    data = chart["csv"][1]
    assert data.startswith(b"\xef\xbb\xbf")
    frame = pd.read_csv(io.BytesIO(data))
    assert list(frame["theme"]) == ["社会保险", "工会", "生态", "养老", "其他"]
    assert frame["share"].sum() == pytest.approx(1)


def test_the_list_of_articles_comes_down(visitor):
    reader = visitor()
    page = reader.open("/articles?theme=养老")
    _, data = reader.download("文章表（CSV）")
    frame = pd.read_csv(io.BytesIO(data))
    assert set(frame["theme"]) == {"养老"}
    assert str(len(frame)) in page.get_by_role("heading").first.inner_text()
