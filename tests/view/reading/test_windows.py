"""Pages of a list show every row once, whatever is asked for."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.view.reading.windows import open_window

COUNT, SIZE = st.integers(0, 400), st.integers(1, 60)


@given(COUNT, SIZE)
def test_all_pages_together_show_every_row_once(count, size):
    pages = open_window(count, "1", size=size).pages
    windows = [open_window(count, str(number + 1), size=size) for number in range(pages)]
    assert [row for one in windows for row in range(one.start, one.stop)] == list(range(count))


@given(COUNT, SIZE, st.text(max_size=12))
def test_whatever_is_asked_there_is_a_page(count, size, asked):
    window = open_window(count, asked, size=size)
    assert 1 <= window.number <= window.pages
    assert 0 <= window.start <= window.stop <= count


@given(st.integers(1, 400), SIZE, st.data())
def test_the_page_that_shows_a_row(count, size, data):
    row = data.draw(st.integers(0, count - 1))
    window = open_window(count, "", row=row, size=size)
    assert window.start <= row < window.stop
