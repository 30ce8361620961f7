"""Files are found, told by their endings, and read to pages with their facts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.errors import BadFacts
from analysis.press.article import split_page
from analysis.press.cutting import cut_input
from analysis.press.errors import DamagedInput, EmptyInput, NothingFound, UnknownFormat
from analysis.press.inputs import Input, find_inputs, load_page
from analysis.press.readers.sheet import cut_sheet, make_sheet
from analysis.press.repair import replay

TEXT = "本报讯 近日，全国总工会召开会议。"


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "pages"
    (place / "deep").mkdir(parents=True)
    for name in ("b.txt", "a.md", "deep/c.TXT", ".hidden.txt", "picture.png"):
        (place / name).write_text(TEXT, encoding="utf-8")
    (place / "pages.toml").write_text(
        '[[page]]\nfile = "b.txt"\nnewspaper = "某报"\ndate = "2024-04-04"\nedition = 1\n',
        encoding="utf-8",
    )
    return place


def test_a_folder_is_walked_in_order_without_hidden_files(folder):
    assert [item.source.rsplit("/", 1)[-1] for item in find_inputs([folder])] == [
        "a.md",
        "b.txt",
        "c.TXT",
    ]


def test_the_tables_of_a_study_are_no_pages(folder):
    (folder / "study").mkdir()
    for name in ("recipe.json", "articles.json"):
        (folder / "study" / name).write_text("{}", encoding="utf-8")
    assert not [item for item in find_inputs([folder]) if "/study/" in item.source]


def test_a_file_named_twice_is_one_input(folder):
    assert len(find_inputs([folder / "b.txt", folder, str(folder / "b.txt")])) == 3


@pytest.mark.parametrize("path", ["nowhere", "empty"])
def test_nothing_to_read_is_said_for_that_input_alone(tmp_path, path):
    (tmp_path / "empty").mkdir()
    (item,) = find_inputs([tmp_path / path])
    with pytest.raises(NothingFound):
        load_page(item)


def test_facts_that_cannot_be_read_are_said(folder):
    (folder / "pages.toml").write_text("[[page]]\nnewspaper = 1\n", encoding="utf-8")
    with pytest.raises(BadFacts, match=r"pages\.toml"):
        find_inputs([folder])


def test_facts_given_beside_the_pages_win(folder):
    page = load_page(find_inputs([folder / "b.txt"])[0])
    assert (page.newspaper, page.date, page.edition) == ("某报", "2024-04-04", "1")
    assert dict(page.origins)["date"] == "given"


def test_an_unknown_ending_is_said():
    with pytest.raises(UnknownFormat):
        load_page(Input("page.xyz", data=b"text"))


def test_an_upload_is_read_from_its_bytes():
    assert load_page(Input("page.txt", data=TEXT.encode("gb18030"))).text == TEXT


def test_a_file_that_is_gone_is_said(tmp_path):
    with pytest.raises(NothingFound):
        load_page(Input("gone.txt", path=tmp_path / "gone.txt"))


def cut(item):
    return list(cut_input(item, split_page))


def test_one_input_gives_its_page_cut():
    [page] = cut(Input("page.txt", data=TEXT.encode()))
    assert [article.body for article in page.articles] == ["近日，全国总工会召开会议。"]


def test_what_cannot_be_used_is_told_and_not_raised():
    assert [type(one) for one in cut(Input("page.txt", data=b" "))] == [EmptyInput]
    assert [type(one) for one in cut(Input("page.xyz", data=b"text"))] == [UnknownFormat]
    assert [type(one) for one in cut(Input("gone.txt"))] == [NothingFound]


def test_an_archive_gives_the_pages_of_its_files(archive_of):
    members = {"b/二.txt": TEXT.encode("gb18030"), "a.html": f"<p>{TEXT}</p>".encode()}
    table = f"标题,正文\n头条,{TEXT}\n".encode()
    data = archive_of({**members, "c.csv": table, "d.txt": b"", "picture.png": b"\x89PNG"})
    *pages, empty = cut(Input("all.zip", data=data))
    assert [page.page.source for page in pages] == [
        "all.zip/a.html",
        "all.zip/b/二.txt",
        "all.zip/c.csv#r2",
    ]
    assert isinstance(empty, EmptyInput)


def test_an_archive_without_pages_is_said(archive_of):
    assert [type(one) for one in cut(Input("a.zip", data=archive_of({"a.png": b"x"})))] == [
        NothingFound
    ]


def test_facts_given_for_an_input_hold_for_the_pages_in_it(archive_of):
    known = (("newspaper", "某报"),)
    data = archive_of({"a.txt": TEXT.encode(), "b.jsonl": b'{"body": "\xe4\xb8\x80"}'})
    pages = cut(Input("a.zip", data=data, facts=known))
    assert [page.page.newspaper for page in pages] == ["某报", "某报"]
    assert all(dict(page.page.origins)["newspaper"] == "given" for page in pages)


def test_columns_named_by_the_user_reach_the_table():
    data = '[{"稿件": "今天。"}]'.encode()
    [page] = cut(Input("a.json", data=data, columns=(("body", "稿件"),)))
    assert page.articles[0].body == "今天。"


def test_masthead_and_navigation_tell_the_facts_of_a_web_page():
    markup = f"<div>某某日报 2024年1月3日 第2版</div><h1>头条</h1><p>{TEXT}</p>"
    [page] = cut(Input("a.html", data=markup.encode()))
    assert (page.page.date, page.page.edition) == ("2024-01-03", "2")
    assert page.articles[0].headline == "头条"


@given(st.lists(st.sampled_from(["首页", "# 头条", TEXT, "（完）", "3"]), max_size=5), st.data())
def test_furniture_moves_no_character_of_an_article(parts, data):
    head = data.draw(st.lists(st.just("某某日报"), max_size=2))
    foot = data.draw(st.lists(st.just("— 3 —"), max_size=2))
    sheet = make_sheet("a.html", [*parts, TEXT], head=head, foot=foot)
    whole = cut_sheet(sheet, split_page)
    pieces = [span for article in whole.articles for span in article.spans]
    pieces += [(piece.start, piece.end) for piece in whole.furniture]
    counted = sorted(at for start, end in pieces for at in range(start, end))
    assert counted == list(range(len(whole.page.text)))
    for article in whole.articles:
        assert article.page_id == whole.page.id
        assert replay(whole.page.text, article.spans, article.notes).strip() == article.body


PAGE = "会议今天在北京召开，代表们认真讨论了各项工作，一致通过报告。".encode()
FACTS = '[[page]]\nfile = "1.txt"\nnewspaper = "工人日报"\n'.encode()


@pytest.mark.parametrize(
    ("name", "folder"), [("期.toml", ""), ("日报/日报.toml", "日报/"), ("甲/乙/乙.toml", "甲/乙/")]
)
def test_facts_in_an_archive_are_those_of_its_pages(archive_of, name, folder):
    item = Input("期.zip", data=archive_of({f"{folder}1.txt": PAGE, name: FACTS}))
    [cut] = cut_input(item, split_page)
    assert (cut.page.newspaper, dict(cut.page.origins)["newspaper"]) == ("工人日报", "given")


def test_facts_of_another_folder_are_not_those_of_a_page(archive_of):
    item = Input("期.zip", data=archive_of({"甲/1.txt": PAGE, "乙/乙.toml": FACTS}))
    [cut] = cut_input(item, split_page)
    assert cut.page.newspaper is None


def test_facts_in_an_archive_that_are_wrong_are_told_and_the_pages_go_on(archive_of):
    item = Input("期.zip", data=archive_of({"1.txt": PAGE, "期.toml": b"[[page"}))
    fault, cut = cut_input(item, split_page)
    assert isinstance(fault, DamagedInput)
    assert cut.page.source == "期.zip/1.txt"
