"""A story that was joined is parted by a button of the reader, and joined again by another."""

import pytest

from analysis.press.inputs import Input
from analysis.study.build import build_study
from analysis.study.recipe import new_recipe
from analysis.study.shelf import find_study
from analysis.study.tables import read_table

HEAD = (
    "## 老港区的新吊机\n\n本报讯 码头工人李长河在老港区修了三十年吊机。去年老港区换上自动化吊机，"
    "李长河带着徒弟学编程，三个月后师徒一起拿到了证书，码头工会为他们戴上红花。（下转第3版）\n"
)
TAIL = (
    "## 老港区的新吊机\n\n（上接第1版）如今老港区的吊机全由李长河的徒弟们远程操作，码头工人也坐进了"
    "空调房。李长河说，吊机会变，码头工人的手艺和心劲不变，工会办的夜校还要接着上。\n"
)


def page(number, text):
    facts = (("newspaper", "市报"), ("date", "2024-04-03"), ("edition", str(number)))
    return Input(f"pages/{number}.md", data=text.encode(), facts=facts)


@pytest.fixture
def story(inputs, tmp_path, monkeypatch):
    """Build a study with one story that jumps, open it, and return the story."""
    given = [*inputs, page(1, HEAD), page(3, TAIL)]
    built = build_study(given, tmp_path / "study", recipe=new_recipe(topics=4))
    monkeypatch.setenv("BAOTI_STUDY", str(built.study.folder))
    return next(row for row in rows_of(built.study) if row["tails"])


def rows_of(study):
    return read_table(study.folder, "articles").to_pylist()


def own_study(app):
    key = app.query_params["study"]
    return find_study(key if isinstance(key, str) else key[0])


def test_parted_and_joined_again(visit, story):
    app = visit("articles", article=story["article_id"])
    app.button(key="unlink").click().run()
    assert not app.exception
    assert not [row for row in rows_of(own_study(app)) if row["tails"]]
    app.button(key="link").click().run()
    assert not app.exception
    assert [row["article_id"] for row in rows_of(own_study(app)) if row["tails"]] == [
        story["article_id"]
    ]


def test_its_tail_on_the_raw_page_leads_to_the_whole(visit, story):
    app = visit("pages", page=story["tails"][0]["page_id"])
    assert not app.exception
    links = [one.proto.query_string for one in app.main.get("page_link")]
    assert any(story["article_id"] in link for link in links)


def warnings_of(app):
    return [one.value.replace("\\", "") for one in app.warning]


@pytest.mark.parametrize(
    ("language", "said"), [("zh", "△ 对不上，未执行"), ("en", "△ does not fit, not done")]
)
def test_a_link_that_lost_its_tail_warns_until_the_next_edit(visit, story, language, said):
    app = visit("articles", article=story["article_id"], lang=language)
    app.button(key="unlink").click().run()
    app.button(key="link").click().run()
    app.query_params["page"] = story["tails"][0]["page_id"]
    app.switch_page("analysis/ui/pages/pages.py").run()
    assert not warnings_of(app)
    app.button(key="mend-drop").click().run()
    assert not app.exception
    [warning] = warnings_of(app)
    assert said in warning
    assert story["article_id"] in warning
    app.run()
    assert warnings_of(app) == [warning]
    app.button(key="mend-undo-last").click().run()
    assert not warnings_of(app)


def test_a_found_link_that_lost_its_tail_is_no_edit_that_misfits(visit, story):
    app = visit("pages", page=story["tails"][0]["page_id"])
    app.button(key="mend-drop").click().run()
    assert not app.exception
    assert not warnings_of(app)
