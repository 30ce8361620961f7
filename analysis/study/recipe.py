"""recipe.json: everything that makes a result, so that it can be made again, and nothing else.

No clock and no path of the machine's own choosing go in: the same inputs and settings give the same
bytes.
"""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from analysis.errors import BadSetting, DamagedStudy, NewerStudy, NotAStudy, OlderStudy
from analysis.press.edits import read_edits, write_edit
from analysis.press.limits import USUAL, Limits
from analysis.theme.basis import Basis, change_basis
from analysis.theme.edits import TopicEdit, read_topic_edits, write_topic_edit
from analysis.theme.settings import NamedTheme, Settings, Words
from analysis.theme.themes import read_themes
from analysis.theme.vocabulary import read_words

FORMAT = 3
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
NAME = "recipe.json"
# What can change a number: a study made by other versions says so.
_MAKERS = ("baoti", "jieba", "rjieba", "opencc", "numpy", "scipy", "scikit-learn", "pyarrow")
# What can change which inputs are read at all.
_READERS = ("pypdfium2", "python-docx", "openpyxl")


@dataclass(frozen=True, slots=True)
class RecipeInput:
    """One input: its source, the digest of its bytes, and what was said about it.

    ``facts``, ``columns`` and ``encoding`` are as ``press.inputs.Input`` has them.

    ``failures`` say, each with its source and in both languages, what of it could not be used;
    ``digest`` is "" where it could not be read at all.
    """

    source: str
    digest: str
    facts: Mapping[str, str] = field(default_factory=dict)
    failures: tuple[Mapping[str, str], ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Recipe:
    """What makes a study; ``tables`` holds the digest of each table that was made.

    ``name`` is what its maker calls it, "" where the folder's name will do. ``settings``,
    ``themes`` and ``words`` are in effect: those that were ``given`` (None: the same), with the
    ``topic_edits`` done. ``next_topic`` is the first id that no topic ever had. ``limits`` are what
    an input may cost.
    """

    settings: Settings
    themes: tuple[NamedTheme, ...]
    words: Words
    name: str = ""
    inputs: tuple[RecipeInput, ...] = ()
    edits: tuple[Mapping[str, Any], ...] = ()
    topic_edits: tuple[Mapping[str, Any], ...] = ()
    next_topic: int = 1
    given: Basis | None = None
    limits: Limits = USUAL
    tables: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)

    def with_inputs(self, inputs: tuple[RecipeInput, ...]) -> "Recipe":
        """Return the recipe with what was given, and who made the study of it."""
        return replace(self, inputs=inputs, versions=_versions())

    @property
    def basis(self) -> Basis:
        """What goes into a fit, edits done."""
        return Basis(self.settings, self.themes, self.words)

    def with_topic_edits(self, edits: Sequence[TopicEdit]) -> "Recipe":
        """Return the recipe with these edits of topics and no others."""
        given = self.given or self.basis
        basis, _ = change_basis(given, edits)
        return replace(
            self,
            settings=basis.settings,
            themes=basis.themes,
            words=basis.words,
            topic_edits=tuple(map(write_topic_edit, edits)),
            given=None if basis == given else given,
        )

    def with_themes(self, themes: tuple[NamedTheme, ...]) -> "Recipe":
        """Return the recipe with other themes given; its edits are done to these."""
        given = replace(self.given or self.basis, themes=themes)
        edits = read_topic_edits(self.topic_edits)
        return replace(self, given=given).with_topic_edits(edits)

    def with_tables(self, digests: Mapping[str, str]) -> "Recipe":
        """Return the recipe with the digests of the tables that were made."""
        return replace(self, tables=dict(sorted(digests.items())))


def _versions() -> dict[str, str]:
    found = {}
    for name in (*_MAKERS, *_READERS):
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = "absent"
    return found


def dump_recipe(recipe: Recipe) -> bytes:
    """Return the bytes of recipe.json: UTF-8, one key a line, a newline at the end."""
    content = {"format": FORMAT, **asdict(recipe)}
    # What was given is written; what is in effect follows from it and the edits.
    content |= content.pop("given") or {}
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()


def load_recipe(folder: Path) -> tuple[Recipe, str]:
    """Read the recipe of a study folder and the digest of its bytes.

    Raises
    ------
    NotAStudy
        When there is no recipe.json.
    DamagedStudy
        When it is no JSON or lacks a part.
    NewerStudy, OlderStudy
        When a later Baoti wrote it, or one that kept less.
    BadEdit
        When an edit in it is not known or does not say what it has to.
    """
    try:
        data = (folder / NAME).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise NotAStudy(folder=folder) from error
    try:
        content = json.loads(data)
        if content["format"] > FORMAT:
            raise NewerStudy(folder=folder, format=content["format"], known=FORMAT)
        if content["format"] < FORMAT:
            raise OlderStudy(folder=folder, format=content["format"], known=FORMAT)
        recipe = _recipe_from(content)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise DamagedStudy(folder=folder, table=NAME) from error
    return recipe, sha256(data).hexdigest()


def _recipe_from(content: Mapping[str, Any]) -> Recipe:
    if not all(_COLOUR.fullmatch(theme["colour"]) for theme in content["themes"]):
        # A study may come from anybody: a colour goes into pages as it is.
        raise ValueError(content["themes"])
    recipe = Recipe(
        settings=Settings(**content["settings"]),
        themes=tuple(
            NamedTheme(**{**theme, "words": tuple(theme["words"])}) for theme in content["themes"]
        ),
        words=Words(**{name: tuple(words) for name, words in content["words"].items()}),
        name=content["name"],
        inputs=tuple(
            RecipeInput(**{**item, "failures": tuple(item["failures"])})
            for item in content["inputs"]
        ),
        edits=tuple(write_edit(edit) for edit in read_edits(content["edits"])),
        next_topic=int(content["next_topic"]),
        # Studies of before had the usual ones, and did not say so.
        limits=Limits(**content.get("limits", {})),
        tables=content["tables"],
        versions=content["versions"],
    )
    return recipe.with_topic_edits(read_topic_edits(content["topic_edits"]))


def new_recipe(
    *,
    topics: str | int = "auto",
    themes: Path | None = None,
    name: str = "",
    limits: Limits = USUAL,
) -> Recipe:
    """Return the recipe of a study that is to be made, with the words and themes of the project.

    Parameters
    ----------
    topics : str or int
        How many topics, or "auto" for the rule of ``Settings``.
    themes : Path, optional
        A themes file of the user's own.
    name : str
        What the maker calls the study.
    limits : Limits
        What an input may cost.

    Raises
    ------
    BadSetting
        When ``topics`` is no whole number of at least 2.
    BadThemes
        When the themes file cannot be used.
    """
    return Recipe(
        settings=Settings(topics=read_count(topics) or None),
        themes=read_themes(themes),
        words=read_words(),
        name=name,
        limits=limits,
    )


def read_count(topics: str | int) -> int:
    """Return how many topics are asked for, 0 for the rule; errors as ``new_recipe`` says."""
    return 0 if topics == "auto" else _whole_number(topics)


def _whole_number(topics: str | int) -> int:
    text = str(topics)
    if not (text.isascii() and text.isdigit() and int(text) >= 2):
        need = {"zh": "不小于 2 的整数，或 auto", "en": "a whole number from 2, or auto"}
        raise BadSetting(name="topics", value=text, need=need)
    return int(text)
