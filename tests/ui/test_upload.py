"""An upload becomes a study; what cannot be used is said in words, and nothing breaks."""

import time
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
PAGE = (SEEDS / "001_918a07529e680f36.txt").read_bytes()


def upload(app, *files):
    app.file_uploader(key="files").set_value([(name, data, "text/plain") for name, data in files])
    app.run()
    return press(app)


def press(app):
    """Begin a build and wait for its end."""
    app.button(key="build").click().run()
    deadline = time.monotonic() + 60
    while "build_job" in app.session_state and time.monotonic() < deadline:
        time.sleep(0.1)
        app.run()
    return app


def errors_of(app):
    return "\n".join(error.value for error in app.error)


def test_a_page_becomes_a_study_in_the_link(visit):
    app = upload(visit(), ("第一版.txt", PAGE))
    assert not app.exception
    assert not app.error
    assert app.title[0].value == "我的版面"
    assert len(app.query_params["study"]) == 20


def test_the_link_opens_the_study_for_another_visitor(visit):
    key = upload(visit(), ("第一版.txt", PAGE)).query_params["study"]
    other = visit(study=key)
    assert other.title[0].value == "我的版面"


def test_a_bad_file_is_named_and_the_others_go_on(visit):
    app = upload(visit(), ("第一版.txt", PAGE), ("照片.txt", b"\x89PNG\r\n\x1a\n\x00\x00"))
    assert not app.exception
    assert app.title[0].value == "我的版面"
    assert any("照片.txt" in text.value for text in app.text)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("空.txt", b"", "空文件"),
        ("空白.md", b" \n\t\n", "空文件"),
        ("照片.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "不是文本文件"),
        ("号码.txt", b"12 34 56", "没有找到文章"),
    ],
)
def test_an_upload_of_nothing_usable_says_why(visit, name, data, said):
    app = upload(visit(), (name, data))
    assert not app.exception
    assert said in errors_of(app)
    assert app.title[0].value == "五个样例版面"


def test_no_file_is_said(visit):
    app = visit()
    app.button(key="build").click().run()
    assert "至少一个文件" in errors_of(app)


def test_an_encoding_and_a_column_that_are_told_are_used(visit):
    app = visit()
    table = "题目,稿件\n养老,".encode("gb18030") + ("养老服务惠及职工和老人。" * 30).encode(
        "gb18030"
    )
    app.file_uploader(key="files").set_value([("稿.csv", table, "text/csv")])
    app.selectbox(key="encoding").set_value("gb18030")
    app.text_input(key="column-body").set_value("稿件")
    app.text_input(key="column-headline").set_value("题目")
    app.run()
    press(app)
    assert not app.exception
    assert not app.error
    assert app.title[0].value == "我的版面"


def test_a_column_that_is_not_there_is_said_with_those_that_are(visit):
    app = visit()
    app.file_uploader(key="files").set_value(
        [("稿.csv", "题目,正文\n甲,会议。".encode(), "text/csv")]
    )
    app.text_input(key="column-headline").set_value("标题")
    app.run()
    press(app)
    assert "题目, 正文" in errors_of(app)
