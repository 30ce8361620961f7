"""The texts of the screen: complete in both languages, each used, each used one there."""

import re
import string
from pathlib import Path

import pytest

from analysis import errors
from analysis.press import errors as press_errors
from analysis.resources import ASSETS, LANGUAGES, read_toml, say
from analysis.theme import errors as theme_errors

ROOT = Path(__file__).parents[1]
TEXTS = read_toml(ASSETS / "words" / "ui.toml")
SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for path in [
        *(ROOT / "app.py", ASSETS / "report" / "report.html"),
        *(ROOT / "analysis").rglob("*.py"),
    ]
)


# Keys that are put together, f"axis.{what}.{per}": what stands between the braces is one word.
FAMILIES = [
    re.compile(re.sub(r"\\\{[^{}]*\\\}", r"[\\w-]+", re.escape(literal)))
    for literal in re.findall(r"""f["']([a-z]+\.[^"'\s]*\{[^"'\s]*)["']""", SOURCE)
]


def names_in(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_is_there_in_both_languages_with_the_same_names(key):
    assert set(TEXTS[key]) == set(LANGUAGES)
    assert all(TEXTS[key].values())
    assert names_in(TEXTS[key]["zh"]) == names_in(TEXTS[key]["en"])


@pytest.mark.parametrize("key", TEXTS)
def test_a_text_is_used(key):
    last = key.rpartition(".")[0]
    begun = (f'"{key}"', f"'{key}'", f'f"{last}.{{', f"f'{last}.{{")
    whole = any(quoted in SOURCE for quoted in begun)
    assert whole or any(family.fullmatch(key) for family in FAMILIES)


def test_a_text_that_is_used_is_there():
    used = set(re.findall(r'say\(\s*"([\w.]+)"', SOURCE))
    assert used <= set(TEXTS)


def test_a_name_is_filled_in():
    assert say("articles.list", "en", n=3) == "3 articles"


def all_errors(kind=errors.BaotiError):
    return [kind, *(one for child in kind.__subclasses__() for one in all_errors(child))]


@pytest.mark.parametrize("kind", all_errors(), ids=lambda kind: kind.__name__)
def test_an_error_speaks_both_languages_about_the_same_facts(kind):
    if kind.__subclasses__():
        assert kind.__doc__
    else:
        assert kind.zh
        assert names_in(kind.zh) == names_in(kind.en)


def test_the_tree_in_the_docstring_is_the_tree():
    drawn = set(
        re.findall(r"[├└]── (\w+)", errors.__doc__ + press_errors.__doc__ + theme_errors.__doc__)
    )
    assert drawn == {kind.__name__ for kind in all_errors()} - {"BaotiError"}
