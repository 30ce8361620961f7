"""Which pages are of one issue: newspaper and date where they are told, one folder where not."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath

from analysis.press.jumps import name_edition
from analysis.press.records import Article, Page

# A dateline is written on the eve of the issue, or two days before it.
_EVE = 2
# A folder with more tails of untold issues than this holds many issues: it says nothing of any.
_MANY = 400


def find_folder(page: Page) -> str:
    """Return where a page came from: its folder, its archive or its document of several pages.

    Examples
    --------
    >>> find_folder(Page("in/issue.pdf#p3", "")), find_folder(Page("in/a.txt", ""))
    ('in/issue.pdf', 'in')
    """
    source = page.source.replace("\\", "/")
    document, mark, _ = source.rpartition("#p")
    return document if mark else str(PurePath(source).parent)


def is_dated(page: Page) -> bool:
    """Whether the page tells its issue: newspaper and date, the date not guessed of a dateline."""
    guessed = ("date", "dateline") in page.origins
    return bool(page.newspaper and page.date) and not guessed


def count_untold(head: Page, tail: Page) -> int | None:
    """Return how many facts are missing to say that two pages are of one issue; None: they are not.

    Examples
    --------
    >>> one = Page("a/1.txt", "", newspaper="市报", date="2024-04-03")
    >>> other = Page("b/3.txt", "", newspaper="市报", date="2024-04-04")
    >>> count_untold(one, one), count_untold(one, other)
    (0, None)
    >>> count_untold(one, Page("a/3.txt", "")), count_untold(one, Page("b/3.txt", ""))
    (1, None)
    """
    if head.newspaper and tail.newspaper and head.newspaper != tail.newspaper:
        return None
    if is_dated(head) and is_dated(tail):
        return 0 if head.date == tail.date else None
    if find_folder(head) != find_folder(tail):
        return None
    if head.date and tail.date:
        apart = dt.date.fromisoformat(head.date) - dt.date.fromisoformat(tail.date)
        if abs(apart.days) > _EVE:
            return None
    return 1


def pair_marks(
    articles: Iterable[Article], pages: Mapping[str, Page]
) -> Iterator[tuple[Article, Article, int]]:
    """Yield head and tail whose marks point at each other's page, and how many facts are untold.

    The facts are the issue and the numbers of the two pages.
    """
    tails, heads = defaultdict[object, list[Article]](list), []
    for article in articles:
        page = pages[article.page_id]
        if article.continued_from:
            for key in _list_keys(page):
                tails[key].append(article)
        if article.continued_to:
            heads.append(article)
    for head in heads:
        for tail in _look_up(tails, pages[head.page_id]):
            untold = _compare_marks(head, tail, pages)
            if untold is not None:
                yield head, tail, untold


def _list_keys(page: Page) -> tuple[object, ...]:
    folder = find_folder(page)
    if is_dated(page):
        return (page.newspaper, page.date), ("all", folder)
    return ("untold", folder), ("all", folder)


def _look_up(tails: Mapping[object, list[Article]], page: Page) -> list[Article]:
    """Return the tails that may be of the page's issue, without a look at every other page."""
    folder = find_folder(page)
    if is_dated(page):
        sure = tails.get((page.newspaper, page.date), [])
        loose = tails.get(("untold", folder), [])
    else:
        sure, loose = [], tails.get(("all", folder), [])
    return sure + (loose if len(loose) <= _MANY else [])


def _compare_marks(head: Article, tail: Article, pages: Mapping[str, Page]) -> int | None:
    here, there = pages[head.page_id], pages[tail.page_id]
    if here.id == there.id:
        return None
    untold = count_untold(here, there)
    for mark, edition in (
        (head.continued_to, there.edition),
        (tail.continued_from, here.edition),
    ):
        if untold is None or (edition and mark and name_edition(edition) != name_edition(mark)):
            return None
        untold += not edition
    return untold
