"""What articles are filtered by, read from the strings of the tables."""

import numpy as np
import pyarrow as pa

from analysis.press.records import KINDS
from analysis.study.facets import FRONT, INNER, UNKNOWN, make_facets

ARTICLES = pa.table(
    {
        "page_id": ["a", "b", "c", "a"],
        "source": ["a.txt", "b.txt", "c.txt", "a.txt"],
        "newspaper": ["工人日报", "", "农民日报", "工人日报"],
        "date": ["1998-01-15", "1963-12-31", "1998", None],
        "kind": ["article", "photo", "notice", "article"],
        "edition": ["1", "A03", None, "B1"],
    }
)


def test_newspapers_are_numbered_by_name():
    facets = make_facets(ARTICLES)
    assert facets.paper_names == ("", "农民日报", "工人日报")
    assert [facets.paper_names[code] for code in facets.papers] == [
        "工人日报",
        "",
        "农民日报",
        "工人日报",
    ]


def test_days_before_1970_are_days_and_what_is_no_day_is_unknown():
    days = make_facets(ARTICLES).days
    assert list(days[:2]) == [np.datetime64("1998-01-15"), np.datetime64("1963-12-31")]
    assert np.isnat(days[2:]).all()


def test_kinds_and_front_pages():
    facets = make_facets(ARTICLES)
    assert [KINDS[code] for code in facets.kinds] == ARTICLES["kind"].to_pylist()
    assert facets.fronts.tolist() == [FRONT, INNER, UNKNOWN, INNER]


def test_a_row_of_a_table_is_a_page_only_where_it_tells_one():
    rows = pa.table(
        {
            "page_id": list("abcdef"),
            "source": ["x.csv#r2", "x.csv#r3", "x.CSV#r4", "x.csv#r5", "y.jsonl#r1", "x.csv"],
            "newspaper": ["人民日报"] * 6,
            "date": ["1998-01-15", "1998-01-15", "1998-01-16", None, "1998-01-15", None],
            "kind": ["article"] * 6,
            "edition": ["1", "1", "1", "1", None, None],
        }
    )
    pages = make_facets(rows).pages
    assert pages[0] == pages[1]
    assert len(set(pages.tolist())) == 5
    # The last is a page although it has neither day nor number: its source is no row.
    assert (pages >= 0).tolist() == [True, True, True, False, False, True]
