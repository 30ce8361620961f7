"""What a paragraph says aside of its story: who reports, and where the story goes on."""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from analysis.press.closings import choose_patterns, read_closing
from analysis.press.credits import NO_CREDITS, Credits, may_be_line, read_line, read_names
from analysis.press.jumps import find_jumps, may_jump
from analysis.press.openings import may_open, read_opening
from analysis.press.records import Span
from analysis.press.script import print_words
from analysis.press.signatures import People

Jump = tuple[str, str, Span]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a paragraph stands in its article.

    ``first`` and ``last`` tell where the prose may begin and where it ends, ``edge`` that it is
    among the first or last few; ``signed`` that the article has a byline already.
    """

    first: bool = False
    last: bool = False
    edge: bool = False
    signed: bool = False


@dataclass(frozen=True, slots=True)
class Asides:
    """Credits and jumps of a paragraph, and the ranges of it that say them, with their rule."""

    readings: tuple[Credits, ...] = ()
    jumps: tuple[tuple[str, str], ...] = ()
    ranges: tuple[tuple[str, Span], ...] = ()


_NOTHING = Asides()


def read_asides(words: str, place: Place) -> Asides:
    """Read the credits and jump marks of one paragraph.

    Examples
    --------
    >>> found = read_asides("本报讯（记者朱欣）近日。（下转第 3版）", Place(first=True))
    >>> found.readings[0].byline, found.jumps, found.ranges
    ('记者 朱欣', (('to', '3'),), (('credit', (0, 9)), ('jump', (12, 20))))
    """
    if not _may_say(words):
        return _NOTHING
    opening = read_opening(words)
    whole = _read_whole(words, opening, place)
    jumps = () if whole.spans else find_jumps(words)
    readings = (whole,) if whole.spans else tuple(_read_edges(words, opening, jumps, place))
    if not readings and not jumps:
        return _NOTHING
    credited = (("credit", span) for one in readings for span in one.spans)
    if not place.first and not place.edge and place.signed and not whole.picture:
        # A story has one set of reporters: a second one far inside belongs to another.
        readings = tuple(replace(one, byline=None, people=People()) for one in readings)
    return Asides(
        readings=readings,
        jumps=tuple((way, page) for way, page, _ in jumps),
        ranges=(*credited, *(("jump", span) for _, _, span in jumps)),
    )


def _may_say(words: str) -> bool:
    """Whether a paragraph may say anything aside: most are prose from end to end."""
    return may_be_line(words) or may_open(words) or may_jump(words) or bool(choose_patterns(words))


def print_asides(found: Asides, plain: str, printed: str) -> Asides:
    """Return the credits with names and places as they are printed.

    ``plain`` is the text that was read, ``printed`` the same text in the characters of the page,
    of the same length.

    Examples
    --------
    >>> found = read_asides("本报讯（记者钟华）近日", Place(first=True))
    >>> [one] = print_asides(found, "本报讯（记者钟华）近日", "本報訊（記者鍾華）近日").readings
    >>> one.byline, one.people.reporters
    ('記者 鍾華', ('鍾華',))
    """
    if plain == printed:
        return found
    return replace(found, readings=tuple(_print_one(one, plain, printed) for one in found.readings))


def _print_one(one: Credits, plain: str, printed: str) -> Credits:
    people = {
        role.name: tuple(
            print_words(name, plain, printed) for name in getattr(one.people, role.name)
        )
        for role in fields(one.people)
    }
    return replace(
        one,
        byline=one.byline and print_words(one.byline, plain, printed),
        place=one.place and print_words(one.place, plain, printed),
        people=People(**people),
    )


def _read_whole(words: str, opening: Credits, place: Place) -> Credits:
    """Read a paragraph that is nothing but credits."""
    if opening.spans and opening.spans[0][1] == len(words) and (place.first or opening.place):
        return opening
    found = read_line(words)
    # Names with their office are a credit wherever they stand; an office alone opens or closes.
    if place.edge or found.byline:
        return found if found.spans or not place.first else read_names(words)
    return NO_CREDITS


def _read_edges(words: str, opening: Credits, jumps: Sequence[Jump], place: Place) -> list[Credits]:
    """Read the credits at the head and the end of a paragraph, inside its jump marks."""
    head = jumps[0][2][1] if jumps and jumps[0][2][0] == 0 else 0
    end = jumps[-1][2][0] if jumps and jumps[-1][2][1] >= len(words) else len(words)
    opening = read_opening(words[head:end]) if jumps else opening
    # A whole dateline, place and day, is one wherever it stands: no sentence begins so.
    dated = opening.place and opening.month_day
    readings = [_shift(opening, head)] if opening.spans and (place.first or dated) else []
    while (closing := read_closing(words[:end], last=place.last)).spans:
        readings.append(closing)
        end = closing.spans[0][0]
    return readings


def _shift(found: Credits, by: int) -> Credits:
    if not by:
        return found
    return replace(found, spans=tuple((start + by, end + by) for start, end in found.spans))
