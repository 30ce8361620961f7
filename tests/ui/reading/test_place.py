"""Where the reader says that an article stands."""

from analysis.ui.reading.article import name_place


def test_a_place_is_told_forward_where_the_text_goes_on_earlier_in_the_file():
    spans = [{"start": 500, "end": 600}, {"start": 100, "end": 200}]
    told = name_place("articles.place.value", {"source": "a/b.txt", "spans": spans}, "zh")
    assert "101–600" in told
