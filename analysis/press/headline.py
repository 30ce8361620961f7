"""The lines of a headline told apart: kicker (引题), headline (主题), deck (副题).

The headline itself is set largest, so it is short and has no comma; kicker and deck are running
phrases. A dash leads over: at the end of a kicker, at the head of a deck.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_DASHES = re.compile(r"^[—─-]{1,4}\s*|\s*[—─-]{2,4}$")
_COMMA = re.compile(r"[，,；;]")
# A phrase that announces what somebody says or asks is a kicker: the headline is what is said.
_ANNOUNCES = re.compile(r"(?:强调|指出|要求|表示|认为|主张|说|[：:]|[—─-]{2,})$")
_BRACKETED = re.compile(r"^[（(].*[）)]$")
_LABELS = re.compile(r"^\S{2,5}(?:\s+\S{2,5}){2,}$")


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline in its parts; each None when there is none."""

    kicker: str | None = None
    headline: str | None = None
    subhead: str | None = None


@dataclass(frozen=True, slots=True)
class HeadLine:
    """One printed line of a headline: its words, Markdown depth, whether an empty line precedes."""

    text: str
    mark: int = 0
    gap: bool = True


def tell_apart(lines: Sequence[HeadLine]) -> Headline:
    """Tell kicker, headline and deck of the ``lines`` of one headline.

    Examples
    --------
    >>> told = tell_apart([HeadLine("为建设美丽中国增绿添彩"), HeadLine("——讲话激励广大干部群众")])
    >>> told.headline, told.subhead
    ('为建设美丽中国增绿添彩', '讲话激励广大干部群众')
    """
    parts = _split_phrases(_join_broken(lines))
    parts = [part for part in parts if not _BRACKETED.match(part.text)] or parts
    if not parts:
        return Headline()
    main = _find_main(parts)
    kicker = " ".join(_bare(part.text) for part in parts[:main])
    deck = " ".join(_bare(part.text) for part in parts[main + 1 :])
    return Headline(kicker or None, _bare(parts[main].text), deck or None)


def _bare(text: str) -> str:
    return _DASHES.sub("", text).strip()


def _join_broken(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """Join the lines of one phrase that was too long for its column.

    Such lines follow each other without an empty line and are about equally long.
    """
    joined: list[HeadLine] = []
    for line in lines:
        last = joined[-1] if joined else None
        if last and not line.gap and _same_size(last.text, line.text):
            joined[-1] = HeadLine(last.text + line.text, last.mark, last.gap)
        elif last and last.text.startswith("—") and not line.text.startswith("—"):
            joined[-1] = HeadLine(f"{last.text} {line.text}", last.mark, last.gap)
        else:
            joined.append(line)
    return joined


def _same_size(first: str, second: str) -> bool:
    if _ANNOUNCES.search(first) or second.startswith("—") or _COMMA.search(first + second):
        return False
    return 0.75 <= len(second) / len(first) <= 1.34


def _split_phrases(lines: Sequence[HeadLine]) -> list[HeadLine]:
    """Cut a line at a space that divides a running phrase from a headline (seed 004, line 4)."""
    parts: list[HeadLine] = []
    for line in lines:
        words = line.text.split()
        running = [bool(_COMMA.search(word)) or word.startswith("—") for word in words]
        if len(words) > 1 and (running[0] != running[-1]):
            turn = next(i for i in range(1, len(words)) if running[i] != running[0])
            parts.append(HeadLine(" ".join(words[:turn]), line.mark, line.gap))
            parts.append(HeadLine(" ".join(words[turn:]), line.mark, gap=False))
        else:
            parts.append(line)
    return parts


def _find_main(parts: Sequence[HeadLine]) -> int:
    marks = [part.mark for part in parts if part.mark]
    led = False
    for index, part in enumerate(parts):
        follows = index + 1 < len(parts)
        text = part.text
        if follows and (_ANNOUNCES.search(text) or _LABELS.match(text)):
            led = True
            continue
        if follows and (text.startswith("—") or _COMMA.search(text)):
            led = not text.startswith("—")
            continue
        if marks and part.mark != min(marks):
            continue
        # What a kicker led to is the headline; no second kicker stands below the first.
        if follows and not marks and not led and _leads_to(part, parts[index + 1]):
            continue
        return index
    return 0


def _leads_to(part: HeadLine, after: HeadLine) -> bool:
    """Whether a line is more likely the kicker of the next than a headline with a deck.

    A deck says more in smaller type: it starts with a dash, has a comma, or holds more words than
    the headline in the same width; a far shorter line below a long one is a deck as well.
    """
    if after.text.startswith("—") or _COMMA.search(after.text):
        return False
    return 0.6 < len(after.text) / len(part.text) < 1.3
