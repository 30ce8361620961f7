"""Where the words, themes, fonts and seeds are, in a checkout and in an installed wheel."""

import os
import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

import platformdirs

_PACKAGE = Path(__file__).parent
# A wheel carries the top-level folders inside the package; a checkout has them beside it.
ROOT = _PACKAGE / "_data" if (_PACKAGE / "_data").is_dir() else _PACKAGE.parent
ASSETS = ROOT / "assets"
FONTS = ASSETS / "fonts"
FONT_TTF = FONTS / "NotoSansSC-Regular.ttf"
FONT_WOFF2 = FONTS / "NotoSansSC-Regular.woff2"
FONT_FAMILY = "Noto Sans SC"
SEEDS = ROOT / "seeds"
ICON = ASSETS / "icon.svg"
THEMES = ASSETS / "themes.toml"
REPORT = ASSETS / "report"
APP = ROOT / "app.py"
LANGUAGES = ("zh", "en")


def read_words(name: str) -> tuple[str, ...]:
    """Read a list of ``assets/words``: one word a line, ``#`` begins a comment.

    Examples
    --------
    >>> "记者" in read_words("press.txt")
    True
    """
    text = (ASSETS / "words" / name).read_text(encoding="utf-8")
    words = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(dict.fromkeys(word for word in words if word))


def read_toml(path: Path) -> dict[str, Any]:
    """Read a TOML file; ``tomllib.TOMLDecodeError`` and ``OSError`` are the caller's to word."""
    with path.open("rb") as file:
        return tomllib.load(file)


@lru_cache(maxsize=1)
def _screen_texts() -> dict[str, dict[str, str]]:
    return read_toml(ASSETS / "words" / "ui.toml")


def say(key: str, language: str, **facts: object) -> str:
    """Return the screen text ``key`` in ``language``, its placeholders filled.

    Raises
    ------
    KeyError
        When ``assets/words/ui.toml`` has no such text: a fault of ours, found by the tests.

    Examples
    --------
    >>> say("page.overview", "zh")
    '总览'
    """
    return _screen_texts()[key][language].format(**facts)


def say_known(key: str, language: str, *, otherwise: str) -> str:
    """Return the screen text ``key`` where there is one: for names that a study brings with it.

    Examples
    --------
    >>> say_known("furniture.carpet", "en", otherwise="carpet")
    'carpet'
    """
    return say(key, language) if key in _screen_texts() else otherwise


def home_folder() -> Path:
    """Return the folder of caches and kept studies (not created); BAOTI_HOME moves it."""
    return Path(
        os.environ.get("BAOTI_HOME") or platformdirs.user_cache_dir("baoti", appauthor=False)
    )
