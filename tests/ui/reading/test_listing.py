"""The page 文章: its order, its pages, its reader, its references; all by the address."""

import pytest

from analysis.view.reading import windows


@pytest.fixture
def _short(monkeypatch):
    """Make pages of ten rows, so that the sample study has several."""
    monkeypatch.setattr(windows.open_window, "__kwdefaults__", {"row": None, "size": 10})


def ids_of(app):
    return app.dataframe[0].value["headline"].tolist()


def texts_of(app):
    kinds = ("markdown", "caption", "info")
    return "\n".join(str(one.value) for kind in kinds for one in app.get(kind))


def parameter(app, name):
    # What was set by a test is a text, what the app wrote a list of them.
    value = app.query_params[name]
    return value if isinstance(value, str) else value[-1]


@pytest.mark.usefixtures("_short")
def test_pages_turn_and_the_address_says_which(visit):
    app = visit("articles")
    seen = ids_of(app)
    assert app.button(key="page-previous").disabled
    app.button(key="page-next").click().run()
    assert parameter(app, "p") == "2"
    assert not set(ids_of(app)) & set(seen)
    app.button(key="page-last").click().run()
    assert app.button(key="page-next").disabled


@pytest.mark.usefixtures("_short")
def test_another_order_begins_at_the_first_page(visit):
    app = visit("articles", p="2")
    app.selectbox(key="sort").select("long").run()
    assert parameter(app, "sort") == "long"
    assert "p" not in app.query_params
    lengths = visit("articles", sort="long").dataframe[0].value
    assert ids_of(app) == lengths["headline"].tolist()


@pytest.mark.parametrize(("sort", "p"), [("colour", "-1"), ("theme.无", "9" * 30), ("hits", "x")])
def test_odd_addresses_show_a_page(visit, sort, p):
    app = visit("articles", sort=sort, p=p)
    assert not app.exception
    assert ids_of(app)


def test_a_share_of_a_theme_is_a_column_of_the_list(visit):
    shares = visit("articles", sort="theme.生态").dataframe[0].value["of_theme"]
    assert shares.is_monotonic_decreasing


def test_hits_stand_in_their_context_and_order_the_list(visit):
    listed = visit("articles", q="职工", sort="hits").dataframe[0].value
    assert listed["context"].str.contains("【职工】").all()
    assert listed["hits"].is_monotonic_decreasing


def test_the_article_after_is_read_and_the_one_before(visit):
    app = visit("articles", sort="new")
    app.query_params["article"] = (
        app.session_state["visit"].catalogue.articles["article_id"][0].as_py()
    )
    app.run()
    before = parameter(app, "article")
    app.button(key="article-next").click().run()
    assert not app.exception
    assert parameter(app, "article") != before
    app.button(key="article-previous").click().run()
    assert parameter(app, "article") == before


def test_an_article_that_the_filters_leave_out_is_shown_with_a_note(visit):
    app = visit("articles", q="养老")
    found = app.session_state["visit"]
    other = int((~found.rows).nonzero()[0][0])
    app.query_params["article"] = found.catalogue.articles["article_id"][other].as_py()
    app.run()
    assert "不在当前的筛选结果里" in texts_of(app)
    assert app.code


def test_the_reader_cites_and_names_similar_articles(visit):
    app = visit("articles", q="职工")
    found = app.session_state["visit"]
    at = int(found.rows.nonzero()[0][0])
    app.query_params["article"] = found.catalogue.articles["article_id"][at].as_py()
    app.run()
    assert not app.exception
    line, entry = (one.value for one in app.code)
    assert "[N]" in line
    assert entry.startswith("@")
    bodies = "".join(one.proto.body for one in app.get("html"))
    assert "相似的文章（按用词" in bodies
    assert "<u style=" in bodies
