"""Cut the full Noto Sans SC down to the two files that the project ships.

Run once, when the list of characters changes; the results are committed beside this script::

    npm pack @expo-google-fonts/noto-sans-sc && tar xzf expo-google-fonts-noto-sans-sc-*.tgz
    python assets/fonts/subset.py package/400Regular/NotoSansSC_400Regular.ttf

The same input gives the same bytes. Writing WOFF2 needs ``brotli`` (in the extra ``dev``).
"""  # noqa: INP001 - a script that lies beside what it makes, not a module of the package

import argparse
from itertools import chain, product
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NAME = "NotoSansSC-Regular"

BLOCKS = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1 and Latin Extended-A: foreign names, pinyin
    (0x2000, 0x206F),  # general punctuation
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x214F),  # ℃ № ™
    (0x2150, 0x218B),  # fractions, Roman numerals of the page numbers
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x226F),  # − ≈ ≠ ≤ ≥
    (0x2460, 0x24FF),  # circled numbers
    (0x2500, 0x25FF),  # box drawing, blocks, geometric shapes: ■ ▲ ● of the mastheads
    (0x3000, 0x303F),  # CJK punctuation
    (0x3220, 0x3243),  # ㈠ ㈱
    (0x3380, 0x33DF),  # ㎡ ㎏ ㎞
    (0xFE30, 0xFE6F),  # vertical and small forms that text layers leave behind
    (0xFF01, 0xFFEE),  # full-width forms
)
# People and places that GB2312 (1980) and Big5 have no character for and newspapers name daily:
# the everyday part of level 3 of the Table of General Standard Characters (2013).
NAMES = (
    "镕堃喆珺劼旻昉祎瑄垚赟曌翀翚燚骉犇颋翯皞旸昺玙珣珅珵琎璠璈瑀湉溦沄沚汭筼筜氹疍硚磡塱埗埼塅塆"
    "垟垵邨鄠洺洨浐浉浭滉澥潩溇漖湨漹涴湑崀峃梿椪榃栟杧篢簕鲌鲉鲘鳀鳤鸮鹮䴙䴘馃粿饹酦禛勠訚砳囧槑"
    "嘚飏飖祃祾祲祊镠锳鋆钘锜郤鄌勍芃菂菍萩葰蒔虓虒褀諴頔髤鲃龑〇㵲㴔㸆㺢㟃䓖䓛䗖䜣䝙䢺䣘䥽䦃䲟䲠"
    "䲢䴓䴔䴗"
)


def list_codec(codec: str, leads: range, trails: range) -> set[str]:
    """Return every character of a double-byte ``codec`` within these lead and trail bytes."""
    pairs = (bytes(pair).decode(codec, errors="ignore") for pair in product(leads, trails))
    return {text for text in pairs if len(text) == 1 and text > "\x7f"}


def list_own_texts() -> set[str]:
    """Return every character that the project itself can show: seeds, words, screen texts."""
    files = chain(ROOT.glob("seeds/*"), ROOT.glob("assets/words/*"), ROOT.glob("assets/*.toml"))
    texts = (file.read_text(encoding="utf-8") for file in files if file.is_file())
    return set("".join(texts))


def list_characters() -> set[str]:
    """Return what the font shall hold; characters that no font draws are no harm."""
    blocks = {chr(code) for first, last in BLOCKS for code in range(first, last + 1)}
    simplified = list_codec("gb2312", range(0xA1, 0xF8), range(0xA1, 0xFF))
    # Level 1 of Big5, the 5,401 everyday traditional characters, ends at 0xC67E.
    traditional = list_codec("big5", range(0xA4, 0xC6), range(0x40, 0xFF))
    traditional |= list_codec("big5", range(0xC6, 0xC7), range(0x40, 0x7F))
    return blocks | simplified | traditional | set(NAMES) | list_own_texts()


def choose_options() -> Options:
    """Return how to cut: all names kept, no hinting, the features that Chinese text needs."""
    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "locl", "ccmp"]
    options.name_IDs = ["*"]
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.drop_tables += ["vhea", "vmtx", "BASE"]  # vertical setting
    return options


def cut_font(source: Path, characters: set[str]) -> TTFont:
    """Return the font at ``source`` with only these characters, its own dates kept."""
    font = TTFont(source, recalcTimestamp=False)
    subsetter = Subsetter(choose_options())
    subsetter.populate(unicodes=[ord(character) for character in characters])
    subsetter.subset(font)
    return font


def main() -> None:
    """Read the full font, write both files into this folder."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("source", type=Path, help="NotoSansSC_400Regular.ttf, the full static font")
    font = cut_font(parser.parse_args().source, list_characters())
    font.save(HERE / f"{NAME}.ttf")
    font.flavor = "woff2"
    font.save(HERE / f"{NAME}.woff2")


if __name__ == "__main__":
    main()
