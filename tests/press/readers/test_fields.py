"""What the columns of a table say of an article: credits, links, names told by the user."""

import csv
import io

import pytest

from analysis.errors import BadSetting
from analysis.press.errors import NoSuchColumn
from analysis.press.readers.fields import Wanted, name_columns
from analysis.press.readers.stories import make_cut
from analysis.press.readers.tables import read_rows
from analysis.press.repair import replay


def read(rows, **given):
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    rows = read_rows("a.csv", io.BytesIO(text.getvalue().encode()), Wanted(**given))
    return [make_cut(*row) for row in rows]


def test_credits_in_a_row_are_data_and_no_text():
    body = "本报讯（记者 李娜）会议召开。\n大家很高兴。（通讯员 张小明）"
    [cut] = read([["正文"], [body]])
    [article] = cut.articles
    assert article.body == "会议召开。\n大家很高兴。"
    assert (article.reporters, article.correspondents) == (("李娜",), ("张小明",))


def test_a_paragraph_that_is_all_credits_leaves_no_gap():
    body = "会议召开。\n新华社记者 李娜 摄\n大家很高兴。"
    [cut] = read([["正文"], [body]])
    [article] = cut.articles
    assert article.body == "会议召开。\n大家很高兴。"
    assert replay(cut.page.text, article.spans, article.notes) == article.body


def test_the_author_of_a_row_stays_its_byline():
    rows = [["正文", "作者", "链接"], ["（记者 李娜）会议召开。", "王强", "https://example.org/1"]]
    [cut] = read(rows)
    [article] = cut.articles
    assert (article.byline, article.url) == ("王强", "https://example.org/1")


def test_a_column_that_was_named_and_is_not_there_is_told_with_those_that_are():
    rows = [["标题", "正文"], ["头条", "会议召开。"]]
    with pytest.raises(NoSuchColumn, match="标题, 正文"):
        read(rows, columns=(("date", "出版日"),))


@pytest.mark.parametrize("pair", ["稿件", "colour=稿件", "body="])
def test_a_column_without_a_field_is_refused(pair):
    with pytest.raises(BadSetting):
        name_columns([pair])
