"""Lines of text get their places: flush, broken where a typesetter breaks them."""

from analysis.view.drawing.sheet import place_lines


def test_an_opening_mark_hangs_into_the_margin():
    quoted, plain = place_lines("“工会”的词", 0, 15), place_lines("工会", 0, 15)
    assert plain.words[0].x - quoted.words[0].x == 7.5


def test_a_long_title_takes_more_lines_and_pushes_the_rest_down():
    short, long = place_lines("工会", 0, 15), place_lines("工会" * 40, 0, 15)
    assert len(short.words) == 1
    assert len(long.words) == 3
    assert long.bottom > short.bottom
