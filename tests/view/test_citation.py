"""References: by the standard with all facts and with few, and as BibTeX that reads back."""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.view.citation import cite_article, list_citable, write_citations

FULL = {
    "article_id": "0a1b2c3d4e5f-000012",
    "headline": "社保卡“一卡通” 更便捷",
    "opening": "",
    "reporters": ["张三"],
    "correspondents": ["李四"],
    "agency": "新华社",
    "newspaper": "新渝报",
    "date": "2024-04-04",
    "edition": "第三版",
    "url": None,
}
BARE = {**dict.fromkeys(FULL), "article_id": "x-1", "opening": "本报讯 今天", "reporters": []}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, "张三, 李四. 社保卡“一卡通” 更便捷[N]. 新渝报, 2024-04-04(3)."),
        (
            {"reporters": ["甲", "乙", "丙", "丁"], "edition": "A01"},
            "甲, 乙, 丙, 等. 社保卡“一卡通” 更便捷[N]. 新渝报, 2024-04-04(A1).",
        ),
        (
            {"reporters": [], "correspondents": [], "edition": None},
            "新华社. 社保卡“一卡通” 更便捷[N]. 新渝报, 2024-04-04.",
        ),
        (
            {"reporters": [], "correspondents": None, "agency": None, "edition": "1"},
            "社保卡“一卡通” 更便捷[N]. 新渝报, 2024-04-04(1).",
        ),
        (
            {"headline": "上\n下", "edition": "1", "url": "https://example.org/a"},
            "张三, 李四. 上 下[N/OL]. 新渝报, 2024-04-04(1). https://example.org/a.",
        ),
    ],
)
def test_by_the_standard(change, expected):
    assert cite_article({**FULL, **change}, "gbt7714", "zh") == expected


def test_what_is_not_printed_stands_in_square_brackets():
    assert cite_article(BARE, "gbt7714", "zh") == "[本报讯 今天…][N]. [报纸名不详], [日期不详]."
    assert cite_article(BARE, "gbt7714", "en").endswith("[newspaper unknown], [date unknown].")


def read_bibtex(text):
    """Read one entry by counting braces, as BibTeX does; a backslash hides none from it."""
    head = re.match(r"@(\w+)\{([^,]+),", text)
    fields, at = {}, head.end()
    while match := re.compile(r"\s*(\w+) = \{").match(text, at):
        depth, end = 1, match.end()
        while depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        fields[match[1]] = text[match.end() : end - 1]
        at = end + 1
    assert text[at:].strip() == "}"
    return head[1], head[2], fields


def unescape(text):
    named = {"backslash": "\\", "braceleft": "{", "braceright": "}"}
    named |= {"asciitilde": "~", "asciicircum": "^"}
    found = re.sub(r"\\text(\w+)\{\}|\\([#$%&_])", lambda m: m[2] or named[m[1]], text)
    return found.removeprefix("{").removesuffix("}")


def test_an_entry_has_all_facts():
    kind, key, fields = read_bibtex(cite_article(FULL, "bibtex", "zh"))
    assert (kind, key) == ("article", "baoti-0a1b2c3d4e5f-000012")
    assert fields["author"] == "{张三} and {李四}"
    assert (fields["year"], fields["month"], fields["day"]) == ("2024", "4", "4")
    assert fields["journal"] == "新渝报"


def test_an_entry_without_a_newspaper_is_of_another_kind():
    kind, _, fields = read_bibtex(cite_article(BARE, "bibtex", "en"))
    assert kind == "misc"
    assert fields.keys() == {"title", "note", "langid"}


def test_a_date_that_is_no_day_is_the_year_as_printed():
    _, _, fields = read_bibtex(cite_article({**FULL, "date": "民国三年"}, "bibtex", "zh"))
    assert fields["year"] == "民国三年"
    assert "month" not in fields


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"])))
def test_any_title_reads_back(title):
    row = {**FULL, "headline": f"题{title}", "newspaper": f"报{title}", "url": f"u{title}"}
    _, _, fields = read_bibtex(cite_article(row, "bibtex", "zh"))
    assert unescape(fields["title"]) == " ".join(f"题{title}".split())
    assert not set(fields["url"]) & set("\\{} ")


def test_articles_of_a_study_are_cited_in_the_order_asked(catalogue):
    rows = list(list_citable(catalogue, np.array([3, 0])))
    assert [row["headline"] for row in rows] == catalogue.articles["headline"].take(
        [3, 0]
    ).to_pylist()
    text = write_citations(rows, "gbt7714", "zh").decode()
    assert text.startswith("[1] ")
    assert text.count("\n") == 2
