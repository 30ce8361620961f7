"""HTML of e-papers and saved web articles: words, headings, what frames them, encodings."""

import pytest

from analysis.press.errors import EmptyInput, NotText
from analysis.press.readers.html import decode_page, read_sheets

PROSE = "今天，全国总工会在北京召开会议，部署下一阶段的工作。"


def read(markup, encoding="utf-8"):
    data = markup if isinstance(markup, bytes) else markup.encode(encoding)
    [sheet] = read_sheets("page.html", data)
    return sheet


def test_headings_become_marks_and_paragraphs_stand_apart():
    sheet = read(f"<h3>引题</h3><h1>头条<br>新闻</h1><p>{PROSE}</p><p>{PROSE}</p>")
    assert sheet.page.text == f"### 引题\n\n# 头条 新闻\n\n{PROSE}\n\n{PROSE}"


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>var a = '<p>不是正文，是程序。</p>';</script>",
        "<style>p {color: red}</style>",
        "<!-- 注释，不是正文。 -->",
        "<div style='display: none'>看不见的话，不算数。</div>",
        "<svg><title>图标，不是正文。</title></svg>",
    ],
)
def test_what_a_browser_does_not_show_as_text_is_left_out(hidden):
    assert read(f"<h1>头条</h1>{hidden}<p>{PROSE}</p>").page.text == f"# 头条\n\n{PROSE}"


def test_entities_are_decoded_and_wrapped_source_lines_joined():
    text = read(
        "<p>&ldquo;五一&rdquo;前夕，&#20840;国\n   总工会&nbsp;A&amp;B 表彰先进。</p>"
    ).page.text
    assert text == "“五一”前夕，全国总工会 A&B 表彰先进。"


def test_line_breaks_and_full_width_indents_end_paragraphs():
    text = read(f"<div>{PROSE}<br>　　{PROSE}　　{PROSE}</div>").page.text
    assert text == f"{PROSE}\n\n{PROSE}\n\n{PROSE}"


def test_navigation_and_imprint_are_furniture_and_not_lost():
    sheet = read(
        "<div>某某日报 2024年1月3日</div><div><a href='a'>首页</a> <a href='b'>要闻</a></div>"
        f"<h1>头条</h1><p>{PROSE}</p><p><a href='x'>相关新闻：又一条</a></p><p>{PROSE}</p>"
        "<p>（责任编辑：张三）</p><div>版权所有</div>"
    )
    assert sheet.inside == f"# 头条\n\n{PROSE}\n\n{PROSE}\n\n（责任编辑：张三）"
    assert sheet.furniture.split() == [
        "某某日报", "2024年1月3日", "首页", "要闻", "相关新闻：又一条", "版权所有",
    ]  # fmt: skip


def test_a_sentence_with_a_link_in_it_is_prose():
    link = f"<p>{PROSE}详见<a href='x'>通知</a>。</p>"
    assert read(f"<h1>头条</h1>{link}").inside.endswith("详见通知。")


def test_the_title_finds_the_headline_where_no_heading_is_marked():
    markup = f"<title>头条新闻-某某网</title><div>头条新闻</div><div>{PROSE}</div>"
    assert read(markup).page.text == f"# 头条新闻\n\n{PROSE}"


def test_the_title_alone_is_no_heading():
    markup = f"<title>某某网</title><h1>头条新闻</h1><div>某某网</div><div>{PROSE}</div>"
    assert read(markup).page.text.startswith("# 头条新闻\n\n某某网")


def test_a_byline_set_as_heading_is_a_line():
    assert read(f"<h1>头条</h1><h4>本报记者 张三</h4><p>{PROSE}</p>").page.text.split("\n\n") == [
        "# 头条",
        "本报记者 张三",
        PROSE,
    ]


def test_rows_of_a_table_are_lines_and_cells_of_prose_paragraphs():
    rows = "<table><tr><td>北京</td><td>253万</td></tr><tr><td>上海</td><td>180万</td></tr></table>"
    assert "北京 253万\n\n上海 180万" in read(f"<h1>头条</h1><p>{PROSE}</p>{rows}").page.text
    cells = f"<table><tr><td>{PROSE * 3}</td><td>{PROSE * 3}</td></tr></table>"
    assert read(cells).page.text == f"{PROSE * 3}\n\n{PROSE * 3}"


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [("gb18030", "gb2312"), ("utf-8", "utf-8"), ("utf-8", "gb2312"), ("gb18030", None)],
)
def test_the_encoding_is_the_declared_one_unless_the_text_says_otherwise(encoding, declared):
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={declared}">'
    markup = (head if declared else "") + f"<p>{PROSE}</p>"
    assert read(markup, encoding).page.text == PROSE


def test_traditional_text_in_big5_is_read():
    text = "今天，全國總工會在北京召開會議，部署下一階段的工作。"
    assert read(f"<meta charset=big5><p>{text}</p>", "big5").page.text == text


def test_a_hidden_element_that_is_never_closed_swallows_nothing():
    assert read(f"<nav><ul><li>首页</ul><h1>头条</h1><p>{PROSE}</p>").inside.endswith(PROSE)


def test_markup_without_words_is_empty():
    with pytest.raises(EmptyInput):
        read("<html><body><script>1</script><img src='a.png'></body></html>")


def test_a_picture_with_the_wrong_name_is_no_text():
    with pytest.raises(NotText):
        read(b"\x89PNG\r\n\x1a\n")


def test_the_encoding_of_a_page_is_kept():
    [sheet] = read_sheets("page.html", "<p>今天，大会在北京开幕，代表出席。</p>".encode("gb18030"))
    assert sheet.page.encoding == "gb18030"


@pytest.mark.parametrize("frame", ["nav", "footer"])
def test_what_frames_the_articles_is_kept_as_furniture(frame):
    text = f"<h1>头条</h1><p>{PROSE}</p><{frame}><h2>网站</h2><p>版权所有，不得转载。</p></{frame}>"
    sheet = read(text)
    assert sheet.inside == f"# 头条\n\n{PROSE}"
    assert "版权所有，不得转载。" in sheet.furniture


def test_a_frame_that_is_never_closed_takes_no_article_with_it():
    assert PROSE in read(f"<nav><p>首页</p><h1>头条</h1><p>{PROSE}</p>").inside


@pytest.mark.parametrize("name", ["idna", "punycode", "undefined", "klingon"])
def test_a_declared_encoding_that_is_none_of_texts_is_not_believed(name):
    body = "<p>会议今天在北京召开，部署养老服务工作。</p>" * 3
    data = f"<meta charset={name}>{body}".encode("gb18030")
    assert decode_page(data, "page.html").encoding == "gb18030"
