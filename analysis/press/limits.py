"""What one input may cost at most: beyond it an input is told and left out, and the others go on.

The usual limits are far above what newspapers are; who has more says so (``--limit pages=5000``),
and the recipe of the study keeps it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace

from analysis.errors import BadSetting
from analysis.press.errors import TooLarge


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that is taken from one input.

    ``file_bytes`` are of a file, or a member of an archive, that has to be held whole;
    ``html_bytes`` of a page of HTML with all its markup and the pictures in it;
    ``page_characters`` of one page of text, and of a cell of a table; ``pages`` of a PDF;
    ``columns`` of a table; ``members``, ``unpacked_bytes`` and ``ratio`` (unpacked to packed bytes)
    of an archive.
    """

    file_bytes: int = 512 << 20
    html_bytes: int = 32 << 20
    # A broadsheet full of small type has 20,000 characters; ten times that is no page.
    page_characters: int = 200_000
    # A year of a daily of eight pages; a file of more is a mistake or an attack.
    pages: int = 3_000
    # As many as a spreadsheet has.
    columns: int = 16_384
    # A year of a daily paper, page by page, has some 10,000 members.
    members: int = 50_000
    unpacked_bytes: int = 4 << 30
    # Chinese text packs 2-4 to 1, markup up to 20 to 1; a bomb does 1,000 to 1.
    ratio: int = 200

    def require(self, name: str, found: int, source: str) -> None:
        """Stop where more was met than a limit allows.

        Raises
        ------
        TooLarge
            With what was met, the limit, and its name.
        """
        limit = getattr(self, name)
        if found > limit:
            words = {language: text.format(n=found) for language, text in _FOUND[name].items()}
            raise TooLarge(source=source, found=words, limit=limit, name=name)


USUAL = Limits()

NAMES = tuple(field.name for field in fields(Limits))
"""What can be limited."""

_FOUND = {
    "html_bytes": {"zh": "{n} 字节", "en": "{n} bytes"},
    "file_bytes": {"zh": "{n} 字节", "en": "{n} bytes"},
    "page_characters": {
        "zh": "一页或一格有 {n} 个字以上",
        "en": "{n} characters or more on a page or in a cell",
    },
    "pages": {"zh": "{n} 页", "en": "{n} pages"},
    "columns": {"zh": "{n} 列", "en": "{n} columns"},
    "unpacked_bytes": {"zh": "解开后 {n} 字节", "en": "{n} bytes unpacked"},
}


def read_limits(words: Sequence[str], limits: Limits = USUAL) -> Limits:
    """Return limits with those changed that words such as "pages=5000" name.

    Raises
    ------
    BadSetting
        When a word names no limit, or no whole number from 1.

    Examples
    --------
    >>> read_limits(["pages=5000"]).pages
    5000
    """
    for word in words:
        name, _, number = word.partition("=")
        if name not in NAMES or not (number.isascii() and number.isdigit() and int(number)):
            known = ", ".join(NAMES)
            need = {
                "zh": f"名称=从 1 起的整数，名称是 {known}",
                "en": f"NAME=N, a whole number from 1, NAME any of {known}",
            }
            raise BadSetting(name="--limit", value=word, need=need)
        limits = replace(limits, **{name: int(number)})
    return limits
