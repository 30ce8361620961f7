"""What is said of all that is taken away: what is selected, and what the two sides are."""

import pytest

from analysis.study.records import Selection
from analysis.view.export.parcel import make_parcel, tell_all

DAY = "2024-04-04"


def test_the_whole_study_is_said_so(catalogue):
    parcel = make_parcel(catalogue, Selection(), "zh", date=DAY)
    assert (parcel.narrowed, parcel.selected, parcel.compared) == ("", "全部文章", "")
    assert ("日期", DAY) in tell_all(parcel)
    assert "比较的两侧" not in dict(tell_all(parcel))


@pytest.mark.parametrize(("search", "missing"), [("", False), ("哪里都没有的字", True)])
def test_that_a_side_has_no_article_is_said(catalogue, contrast, search, missing):
    sides = contrast(Selection(themes=("工会",), search=search), Selection(themes=("生态",)))
    parcel = make_parcel(catalogue, Selection(), "zh", date=DAY, contrast=sides)
    told = dict(tell_all(parcel))["比较的两侧"]
    assert told.startswith(parcel.compared)
    assert ("没有文章" in told) == missing
