"""A long list page by page: which rows a page shows, and which page shows a row."""

from dataclasses import dataclass

SIZE = 50
"""Rows of a page: what a reader looks over, and what a telephone takes in a moment."""


@dataclass(frozen=True, slots=True)
class Window:
    """A page of a list: its number from 1, how many there are, its rows as a half-open range."""

    number: int
    pages: int
    start: int
    stop: int


def open_window(count: int, asked: str, *, row: int | None = None, size: int = SIZE) -> Window:
    """Return the page of a list of ``count`` rows that is asked for, the nearest there is.

    What is no number asks for the page that shows ``row``, and without it for the first.

    Examples
    --------
    >>> open_window(120, "3"), open_window(120, "99").number, open_window(120, "", row=50).number
    (Window(number=3, pages=3, start=100, stop=120), 3, 2)
    >>> open_window(0, "x")
    Window(number=1, pages=1, start=0, stop=0)
    """
    pages = max(1, -(-count // size))
    # Longer than any list: digits that no number of Python is made of without an effort.
    named = asked.isascii() and asked.isdigit() and len(asked) < 10
    number = int(asked) if named else 1 + (row or 0) // size
    number = min(max(number, 1), pages)
    start = (number - 1) * size
    return Window(number, pages, start, min(count, start + size))
