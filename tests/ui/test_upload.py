"""An upload becomes a study; what cannot be used is said in words, and nothing breaks."""

import threading
import time
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from analysis.resources import say
from analysis.study.sending import pack_study
from analysis.study.shelf import find_study

SEEDS = Path(__file__).parents[2] / "seeds"
PAGE = (SEEDS / "001_918a07529e680f36.txt").read_bytes()


def pack_notes():
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        archive.writestr("表/文章.csv", "标题,正文\n甲,会议。\n")
        archive.writestr("说明.txt", say("parcel.notes.title", "zh"))
    return file.getvalue()


PARCEL = pack_notes()


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
    return "\n".join(error.value.replace("\\", "") for error in app.error)


def test_a_page_becomes_a_study_in_the_link(visit):
    app = upload(visit(), ("第一版.txt", PAGE))
    assert not app.exception
    assert not app.error
    assert app.title[0].value == "我的版面"
    assert len(app.query_params["study"]) == 20


def test_the_way_back_to_a_study_is_told_and_no_study_without_one(visit):
    app = upload(visit(), ("第一版.txt", PAGE))
    key = app.query_params["study"]
    key = key if isinstance(key, str) else key[0]
    assert [one.value for one in app.sidebar.code] == [f"/?study={key}"]
    assert any("只有这个链接" in one.value for one in app.sidebar.caption)
    assert not visit().sidebar.code
    # Whoever comes without the link is not told what others made.
    assert visit().selectbox(key="study_box").options == ["五个样例版面"]


def test_a_new_study_starts_without_the_topics_of_the_last(visit):
    # The same number is another topic there; a search means the same.
    app = upload(visit(topic="3", q="工"), ("第一版.txt", PAGE))
    assert "topic" not in app.query_params
    assert "q" in app.query_params


def test_the_link_opens_the_study_for_another_visitor(visit):
    key = upload(visit(), ("第一版.txt", PAGE)).query_params["study"]
    other = visit(study=key)
    assert other.title[0].value == "我的版面"


def test_a_bad_file_is_named_and_the_others_go_on(visit):
    app = upload(visit(), ("第一版.txt", PAGE), ("照片.txt", b"\x89PNG\r\n\x1a\n\x00\x00"))
    assert not app.exception
    assert app.title[0].value == "我的版面"
    assert any("照片.txt" in str(table.value.to_dict("list")) for table in app.dataframe)
    listed = (text.value.replace("\\", "") for text in app.sidebar.markdown)
    assert any("照片.txt" in text for text in listed)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("空.txt", b"", "空文件"),
        ("空白.md", b" \n\t\n", "空文件"),
        ("照片.txt", b"\x89PNG\r\n\x1a\n\x00\x00", "不是文本文件"),
        ("号码.txt", b"12 34 56", "没有找到文章"),
        ("图表.zip", PARCEL, "整个研究"),
    ],
)
def test_an_upload_of_nothing_usable_says_why(visit, name, data, said):
    app = upload(visit(), (name, data))
    assert not app.exception
    assert said in errors_of(app)
    assert app.title[0].value == "五个样例版面"


def test_the_button_waits_for_a_file_and_says_so(visit):
    app = visit()
    assert app.button(key="build").disabled
    assert "至少一个文件" in app.button(key="build").help
    app.file_uploader(key="files").set_value([("第一版.txt", PAGE, "text/plain")]).run()
    assert not app.button(key="build").disabled
    assert not app.button(key="build").help


def test_files_of_which_none_is_a_page_are_said(visit):
    app = visit()
    app.segmented_control(key="upload-kind").set_value("folder").run()
    app = press(begin_with(app, [("报/.hidden.txt", PAGE)]))
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


def begin(app, *files, key="files"):
    app.file_uploader(key=key).set_value([(name, data, "text/plain") for name, data in files])
    app.run()
    app.button(key="build").click().run()
    assert not app.exception
    return app


def test_a_build_is_given_up_and_the_study_stays(visit, monkeypatch):
    began, go = threading.Event(), threading.Event()

    def work(_, *, report, **__):
        report("topics", 3, 7)
        began.set()
        assert go.wait(20)
        report("topics", 4, 7)

    monkeypatch.setattr("analysis.ui.studies.uploads.shelve_study", work)
    app = begin(visit(), ("第一版.txt", PAGE))
    assert began.wait(20)
    app.run()
    assert app.title[0].value == "五个样例版面"
    assert app.button(key="build").disabled
    assert [one.proto.text for one in app.get("progress")] == ["正在建立研究 · 拟合议题 3/7"]
    app.button(key="build_job-cancel").click().run()
    go.set()
    assert "已取消" in app.sidebar.info[0].value
    assert app.title[0].value == "五个样例版面"
    assert not app.button(key="build").disabled


def test_a_folder_is_read_with_what_it_says_of_its_pages(visit):
    facts = '[[page]]\nfile = "1.txt"\nnewspaper = "县报"\ndate = "2001-02-03"\n'.encode()
    app = visit()
    app.segmented_control(key="upload-kind").set_value("folder").run()
    files = [
        ("报/1.txt", PAGE),
        ("报/报.toml", facts),
        ("报/.hidden.txt", PAGE),
        ("报/old/recipe.json", b"{}"),
        ("报/old/pages.csv", b"a,b\n1,2\n"),
    ]
    app = press(begin_with(app, files))
    assert not app.exception
    assert not app.error
    study = find_study(one_of(app.query_params["study"]))
    [only] = study.recipe.inputs
    assert (only.source, only.facts["newspaper"]) == ("报/1.txt", "县报")


def begin_with(app, files):
    app.file_uploader(key="folder").set_value([(name, data, "") for name, data in files])
    return app.run()


def one_of(value):
    return value if isinstance(value, str) else value[0]


def test_a_number_of_topics_and_themes_of_ones_own(visit):
    themes = '[[theme]]\nname = "水"\nen = "Water"\ncolour = "#0072B2"\nwords = ["水"]\n'.encode()
    app = visit()
    app.number_input(key="upload-topics").set_value(3)
    app.file_uploader(key="upload-themes").set_value(("themes.toml", themes, ""))
    app = upload(app, ("第一版.txt", PAGE))
    assert not app.exception
    recipe = find_study(one_of(app.query_params["study"])).recipe
    assert recipe.settings.topics == 3
    assert [theme.name for theme in recipe.themes] == ["水"]


def test_a_themes_file_that_is_none_is_said(visit):
    app = visit()
    app.file_uploader(key="upload-themes").set_value(("mine.toml", b"[[theme]]\nname = 3", ""))
    app = begin(app, ("第一版.txt", PAGE))
    assert "mine.toml" in errors_of(app)
    assert "build_job" not in app.session_state


def test_a_packed_study_comes_back(visit, built):
    packed = BytesIO()
    pack_study(built.study, packed)
    app = upload(visit(), ("研究.zip", packed.getvalue()))
    assert not app.exception
    assert not app.error
    assert app.title[0].value == built.study.name
    assert find_study(one_of(app.query_params["study"])).digest


def test_a_zip_cut_short_is_said(visit, built):
    packed = BytesIO()
    pack_study(built.study, packed)
    app = upload(visit(), ("研究.zip", packed.getvalue()[:2000]))
    assert not app.exception
    assert "研究.zip" in errors_of(app)
    assert app.title[0].value == "五个样例版面"


def test_after_a_build_the_next_upload_begins_empty(visit):
    assert upload(visit(), ("第一版.txt", PAGE)).file_uploader(key="files1").value == []
