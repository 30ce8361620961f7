"""What articles are filtered by, read from the strings of the tables."""

import numpy as np
import pyarrow as pa

from analysis.press.records import KINDS
from analysis.study.facets import FRONT, INNER, UNKNOWN, make_facets

ARTICLES = pa.table(
    {
        "page_id": ["a", "b", "c", "a"],
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
