"""Bytes to text: which encoding it is, and how sure that is.

Detectors guess from byte statistics and fail on short or damaged Chinese text; here every likely
encoding is tried and the one whose *characters* look like Chinese prose wins.
"""

import codecs
import re
from dataclasses import dataclass

from analysis.press.errors import EmptyInput, NotText, UnknownEncoding

# The most frequent characters of Chinese newspapers, simplified, then the traditional forms.
# Half of all prose is written with them; of characters decoded wrongly about 2 %.
_COMMON = frozenset(
    "的国中一在人和大了年发新会是有作为业全地不要出行上展日民进部工家成个方经对以来主政动实生同到这时建开合力多重关加平高产"
    "区长市我月化央天等联党现体强理面前们总表公定于学员务本机共设分下法制近社持视能将事他美过今利者好电自通各与文用济两报提就"
    "代场系军消领网后目资记委议度外保增十当心息万农交播得入次水导战推内问道习第闻北治明从基题改也正小特安组三企之统元示最向说"
    "点路调里金起海科位其南立已际期量深情决活华子西品指可间世而着性程坚村任应斯院种项结更名技达书东计局创门运意取并还都省义队"
    "亚界管施续京信及相解所革府举数步比团广造育台克此规使席收放干支据教流布式众山物集车去受由首至办求二级些把风精口术质协江织"
    "國發會爲業進個經對來動實關產長區現強們總務機設過電與報場係軍領資記議農導戰內問習聞題說點調裏際結達東計創門運還義隊書"
    "，。、“”（）：《》；！？—…「」『』·％"
)
_SIGNATURES = (
    b"%PDF",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ("utf-8", "gb18030", "big5hkscs", "utf-16-le", "utf-16-be")
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x19\x1b-\x1f]")
_BROKEN = re.compile("[\ufffd\ue000-\uf8ff]")
_SAMPLE = 1 << 16
# Below this share of frequent characters the text is no Chinese prose that we could vouch for.
_DOUBTFUL = 0.1


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the encoding it was read in, and the share of frequent characters in it (0-1)."""

    text: str
    encoding: str
    score: float


def decode_text(data: bytes, source: str) -> Decoded:
    """Decode a page whose encoding nobody told.

    A byte order mark decides and is not part of the text. Line ends stay as they are.

    Raises
    ------
    EmptyInput
        When there is no character that can be seen.
    NotText
        When the bytes are a picture, an archive, a program.
    UnknownEncoding
        When no encoding gives text that looks like Chinese or plain ASCII.

    Examples
    --------
    >>> decode_text("本报讯，今天的会议".encode("gb18030"), "page.txt").encoding
    'gb18030'
    """
    for signature in _SIGNATURES:
        if data.startswith(signature):
            raise NotText(source=source, offset=0)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            return _check_text(Decoded(text, encoding, 1.0), source)
    sample = data[:_SAMPLE]
    rated = [(rate_text(sample.decode(name, "replace")), name) for name in _CANDIDATES]
    # max keeps the first of equals: the order of the candidates is the order of likelihood.
    score, encoding = max(rated, key=lambda pair: pair[0])
    return _check_text(Decoded(data.decode(encoding, "replace"), encoding, score), source)


def rate_text(text: str) -> float:
    """Return how much ``text`` looks like Chinese prose: 1 at best, negative when broken.

    The share of frequent characters among all beyond ASCII, less three times the share of
    characters that did not decode or lie in the private use area (research of the project: 2
    wrong of 450 short or damaged texts, where detectors had 24 to 233). ASCII alone rates 1.
    """
    beyond = [character for character in text if character > "\x7f"]
    controls = len(_CONTROLS.findall(text))
    if not beyond:
        return 1.0 - 3.0 * controls / max(len(text), 1)
    common = sum(character in _COMMON for character in beyond)
    broken = len(_BROKEN.findall(text)) + controls
    return (common - 3.0 * broken) / len(beyond)


def _check_text(decoded: Decoded, source: str) -> Decoded:
    if not decoded.text.strip("\ufeff \t\r\n\x0b\x0c\u3000\xa0\u200b"):
        raise EmptyInput(source=source)
    control = _CONTROLS.search(decoded.text)
    # One stray control is damage that prose survives; a stream of them is a program.
    if control and len(_CONTROLS.findall(decoded.text)) > len(decoded.text) / 200:
        offset = len(decoded.text[: control.start()].encode(decoded.encoding, "replace"))
        raise NotText(source=source, offset=offset)
    if decoded.score < _DOUBTFUL:
        broken = len(_BROKEN.findall(decoded.text))
        raise UnknownEncoding(source=source, guess=decoded.encoding, broken=broken)
    return decoded
