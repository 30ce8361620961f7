"""DOCX: headings as Markdown marks, paragraphs, rows of tables and text boxes in their order."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import BadZipFile

from analysis.press.errors import DamagedInput, EmptyInput, LockedInput, MissingReader
from analysis.press.layout import SENTENCE_END
from analysis.press.limits import USUAL, Limits
from analysis.press.readers.archive import check_size
from analysis.press.readers.sheet import Sheet, make_sheet

if TYPE_CHECKING:
    from docx.document import Document

SUFFIXES = (".docx",)

# An office file with a password is no ZIP but a compound file that opens with these bytes.
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEADING = re.compile(r"(?:heading|标题) ?([1-6])", re.IGNORECASE)
_TITLE = re.compile(r"title|标题", re.IGNORECASE)
# Headlines are set at least a quarter larger than the text; emphasis inside a text is not.
_DISPLAY = 1.25
_LONGEST_HEADLINE = 50
# A cell this long is prose in a table that was made for layout; shorter ones are a row of facts.
_PROSE_CELL = 60
# Deleted words are text no more; the fallback repeats a text box for old programs.
_LEFT_OUT = "ancestor::w:del or ancestor::*[local-name()='Fallback']"


# Words, those of formulae too (m:t), and what stands for a sign or a space.
_WORDS = "local-name()='t' or self::w:tab or self::w:br or self::w:cr or self::w:noBreakHyphen"


@dataclass(frozen=True, slots=True)
class _Look:
    """How a paragraph is set: the name of its style, its largest type in half points."""

    style: str = ""
    size: float = 21.0


def read_sheets(source: str, data: bytes, limits: Limits = USUAL) -> Iterator[Sheet]:
    """Yield one document as one page; its running headers and footers are furniture.

    Raises
    ------
    MissingReader
        When python-docx is not installed.
    DamagedInput, LockedInput
        When the file is cut short, no document at all, or protected by a password.
    EmptyInput
        When it holds no words.
    """
    try:
        import docx  # noqa: PLC0415 - an extra, loaded when a document comes
    except ImportError as error:
        raise MissingReader(source=source, library="python-docx") from error
    if data.startswith(_COMPOUND):
        raise LockedInput(source=source)
    check_size(source, BytesIO(data), limits)
    try:
        document = docx.Document(BytesIO(data))
    except (BadZipFile, KeyError, ValueError, SyntaxError) as error:
        raise DamagedInput(source=source, fault=error) from error
    body = [text for text in _read_body(document) if text]
    if not body:
        raise EmptyInput(source=source)
    yield make_sheet(source, body, head=list(dict.fromkeys(_read_margins(document))))


def _read_margins(document: "Document") -> Iterator[str]:
    """Yield running headers and footers, those of first and even pages too."""
    for relation in document.part.rels.values():
        if relation.reltype.endswith(("/header", "/footer")):
            paragraphs = relation.target_part.element.xpath(f".//w:p[not({_LEFT_OUT})]")
            yield from filter(None, map(_read_words, paragraphs))


def _read_notes(document: "Document") -> dict[tuple[str, str], str]:
    """Return the text of each footnote and endnote by its kind and number."""
    from docx.oxml import parse_xml  # noqa: PLC0415 - an extra, as above
    from docx.oxml.ns import qn  # noqa: PLC0415 - the same

    notes = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rpartition("/")[2].removesuffix("s")
        if kind in ("footnote", "endnote"):
            for note in parse_xml(relation.target_part.blob).iter(qn(f"w:{kind}")):
                words = " ".join(filter(None, map(_read_words, note.iter(qn("w:p")))))
                notes[kind, str(note.get(qn("w:id")))] = words
    return notes


def _read_body(document: "Document") -> Iterator[str]:
    """Yield paragraphs and short rows of tables, text boxes after the paragraph they hang on."""
    styles, notes = _read_styles(document), _read_notes(document)
    paragraphs = document.element.body.xpath(f".//w:p[not({_LEFT_OUT})]")
    texts = [_read_words(paragraph) for paragraph in paragraphs]
    looks = [_read_look(paragraph, styles) for paragraph in paragraphs]
    common: Counter[float] = Counter()
    for text, look in zip(texts, looks, strict=True):
        common[look.size] += len(text)
    body = common.most_common(1)[0][0] if common else 0.0
    shown: set[Any] = set()
    for paragraph, text, look in zip(paragraphs, texts, looks, strict=True):
        row = _find_row(paragraph)
        if row is None:
            depth = _tell_depth(look, text, body)
            yield f"{'#' * depth} {text}" if depth else text
            yield from _cite_notes(paragraph, notes)
        elif row not in shown:
            shown.add(row)
            yield _read_row(row)
            yield from _cite_notes(row, notes)


# The elements of the file are lxml's, whose xpath answers with anything: hence Any below.
def _read_words(paragraph: Any) -> str:  # noqa: ANN401
    """Return the words of a paragraph, insertions included, its text boxes left to themselves."""
    depth = len(paragraph.xpath("ancestor-or-self::w:p"))
    own = paragraph.xpath(f".//*[{_WORDS}][not({_LEFT_OUT})][count(ancestor::w:p) = {depth}]")
    return "".join(map(_read_run, own)).strip()


def _read_run(one: Any) -> str:  # noqa: ANN401
    if one.tag.endswith("Hyphen"):
        return "-"
    return (one.text or "") if one.tag.endswith("}t") else " "


def _cite_notes(element: Any, notes: Mapping[tuple[str, str], str]) -> Iterator[str]:  # noqa: ANN401
    """Yield the notes that a paragraph refers to, each a paragraph behind it."""
    for kind in ("footnote", "endnote"):
        for number in element.xpath(f".//w:{kind}Reference/@w:id"):
            yield notes.get((kind, number), "")


def _find_row(paragraph: Any) -> Any:  # noqa: ANN401
    """Return the row of facts a paragraph stands in; None in text and in a table for layout."""
    rows = paragraph.xpath("ancestor::w:tr[1]")
    if not rows:
        return None
    cells = rows[0].xpath("./w:tc")
    longest = max(len("".join(cell.xpath(".//w:t/text()"))) for cell in cells)
    return rows[0] if longest <= _PROSE_CELL else None


def _read_row(row: Any) -> str:  # noqa: ANN401
    # Tables inside a cell have rows of their own.
    own = f".//w:p[count(ancestor::w:tr) = {len(row.xpath('ancestor-or-self::w:tr'))}]"
    cells = ("".join(map(_read_words, cell.xpath(own))) for cell in row.xpath("./w:tc"))
    return " ".join(filter(None, cells))


def _read_styles(document: "Document") -> dict[str | None, _Look]:
    """Return the name and size of each style by its id; None stands for the default's."""
    looks: dict[str | None, _Look] = {}
    plain = document.styles.element.xpath("./w:docDefaults//w:sz/@w:val")
    for style in document.styles.element.xpath("./w:style[@w:type='paragraph']"):
        chain = style
        sizes: list[str] = []
        while chain is not None and not sizes:
            sizes = chain.xpath("./w:rPr/w:sz/@w:val")
            chain = chain.base_style
        look = _Look(style.name_val or "", float((sizes or plain or ["21"])[0]))
        looks[style.styleId] = look
        if style.default:
            looks[None] = look
    return looks


def _read_look(paragraph: Any, styles: Mapping[str | None, _Look]) -> _Look:  # noqa: ANN401
    look = styles.get(paragraph.style) or styles.get(None) or _Look()
    own = paragraph.xpath("./w:r[w:t]/w:rPr/w:sz/@w:val")
    return replace(look, size=max(float(size) for size in own)) if own else look


def _tell_depth(look: _Look, text: str, body: float) -> int:
    """Return the depth of a heading, told by its style or by its size beside the text's."""
    if found := _HEADING.match(look.style):
        return int(found[1])
    if _TITLE.fullmatch(look.style):
        return 1
    short = len(text) <= _LONGEST_HEADLINE and not SENTENCE_END.search(text)
    return 2 if short and look.size >= _DISPLAY * body else 0
