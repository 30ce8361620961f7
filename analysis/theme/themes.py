"""Topics to themes: word lists, widened by what stands with their words, say what a topic is on.

No list holds all the words of a theme; but passages that hold a few of them hold the others too.
So a theme is the mean of the passages that its words stand in, less what all passages share.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp

from analysis.errors import BadThemes
from analysis.press.script import simplify
from analysis.resources import THEMES
from analysis.theme.blocks import iterate_blocks
from analysis.theme.records import OTHER
from analysis.theme.settings import NamedTheme, Settings
from analysis.theme.shapes import Array
from analysis.theme.tokens import Cutter

# The share of topics that is taken to be of other subjects than a given theme.
_CHANCE = 0.75
# Above 0, or a topic that no theme has a word of would have no affinity at all.
_LEAST = 0.001
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def read_themes(path: Path | None = None) -> tuple[NamedTheme, ...]:
    """Read a themes file, by default the one of ``assets``.

    Raises
    ------
    BadThemes
        When it cannot be read, is no TOML, or a theme lacks a part, is named twice or 其他.

    Examples
    --------
    >>> [theme.name for theme in read_themes()]
    ['社会保险', '工会', '生态', '养老']
    """
    source = path or THEMES
    try:
        data = source.read_bytes()
    except OSError as error:
        raise BadThemes(source=source.name, fault=str(error)) from error
    return parse_themes(data, source.name)


def parse_themes(data: bytes, source: str) -> tuple[NamedTheme, ...]:
    """Return the themes of a themes file; ``source`` is what errors call it.

    Raises
    ------
    BadThemes
        As ``read_themes``.
    """
    try:
        content = tomllib.loads(data.decode())
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadThemes(source=source, fault=str(error)) from error
    tables = content.get("theme", [])
    if not isinstance(tables, list) or not tables:
        raise BadThemes(source=source, fault="no [[theme]]")
    themes = tuple(_read_theme(table, source) for table in tables)
    for names, taken in (([t.name for t in themes], OTHER), ([t.en for t in themes], "Other")):
        for name in names:
            if name == taken or names.count(name) > 1:
                raise BadThemes(source=source, fault=f"name {name}")
    return themes


def _read_theme(table: Mapping[str, Any], source: str) -> NamedTheme:
    if not isinstance(table, dict):
        raise BadThemes(source=source, fault=f"[[theme]] {table}")
    name, en, colour = (table.get(key) for key in ("name", "en", "colour"))
    words = table.get("words")
    if not isinstance(name, str) or not name.strip():
        raise BadThemes(source=source, fault=f"name {name}")
    if not isinstance(en, str) or not en.strip():
        raise BadThemes(source=source, fault=f"{name}: en {en}")
    if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
        raise BadThemes(source=source, fault=f"{name}: colour {colour}")
    if not isinstance(words, list) or not words or not all(_is_word(word) for word in words):
        raise BadThemes(source=source, fault=f"{name}: words {words}")
    return NamedTheme(name.strip(), en.strip(), colour, tuple(dict.fromkeys(words)))


def _is_word(word: object) -> bool:
    return isinstance(word, str) and bool(word.strip())


def cut_theme_words(theme: NamedTheme, cutter: Cutter) -> tuple[tuple[str, ...], ...]:
    """Return each word of a theme as the terms that it is cut into, single characters left out.

    Examples
    --------
    >>> theme = NamedTheme("养老", "Elderly care", "#CC79A7", ("养老", "日间照料"))
    >>> cut_theme_words(theme, Cutter())
    (('养老',), ('日间', '照料'))
    """
    cuts = (tuple(token.term for token in cutter.cut(simplify(word))) for word in theme.words)
    return tuple(dict.fromkeys(tuple(t for t in terms if len(t) > 1) for terms in cuts))


def widen_themes(
    themes: Sequence[Sequence[Sequence[str]]], rows: sp.csr_array, columns: Mapping[str, int]
) -> Array:
    """Return the term vector of each theme, (n_themes, n_terms), at length one.

    ``themes`` are the cut words of each; a word of several terms speaks where they stand together.
    ``rows`` are the weights of the passages, at length one. A theme none of whose words occur is 0.

    What the passages of a theme have in common with all passages speaks for no theme and is taken
    off: without that, a theme with broad words draws in whatever is written in the same tone. The
    theme's own words stay, or a corpus of one subject would leave its theme nothing.
    """
    widened, sums = _gather_rows(themes, rows, columns)
    common = _scale(sums[np.newaxis])[0]
    vectors = np.zeros((len(themes), rows.shape[1]))
    for theme, words in enumerate(themes):
        mine = widened[:, theme]
        own = [columns[terms[0]] for terms in words if len(terms) == 1 and terms[0] in columns]
        vectors[theme] = np.maximum(mine - (mine @ common) * common, 0)
        vectors[theme, own] = mine[own]
    return _scale(vectors)


def _gather_rows(
    themes: Sequence[Sequence[Sequence[str]]], rows: sp.csr_array, columns: Mapping[str, int]
) -> tuple[Array, Array]:
    """Return the sum of the rows that speak for each theme, (n_terms, n_themes), and of all."""
    found = [[[columns[t] for t in terms if t in columns] for terms in words] for words in themes]
    needed = sorted({column for words in found for terms in words for column in terms})
    places = {column: place for place, column in enumerate(needed)}
    widened, sums = np.zeros((rows.shape[1], len(themes))), np.zeros(rows.shape[1])
    for _, block in iterate_blocks(rows):
        said = block[:, needed].toarray()
        held = np.zeros((block.shape[0], len(themes)))
        for theme, words in enumerate(found):
            for terms in filter(None, words):
                held[:, theme] += said[:, [places[column] for column in terms]].min(axis=1)
        widened += block.T @ held
        sums += np.bincount(block.indices, block.data, minlength=rows.shape[1])
    return widened, sums


def _scale(vectors: Array) -> Array:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.where(lengths > 0, lengths, 1))


def guide_rows(rows: sp.csr_array, vectors: Array, settings: Settings) -> Array:
    """Return how much each row speaks for each theme and for none, (n_rows, n_themes + 1).

    Shares of a row; that of 其他, which is no subject, is brought down. Factored together with the
    terms they keep a topic from straddling two themes: NMF alone follows whatever varies most,
    which in small corpora is the turn of phrase.
    """
    near = np.empty((rows.shape[0], len(vectors)))
    for place, block in iterate_blocks(rows):
        near[place] = block @ vectors.T
    near **= 2
    best = np.sqrt(near.max(axis=1, initial=0, keepdims=True))
    sums = near.sum(axis=1, keepdims=True)
    named = near / np.where(sums > 0, sums, 1) * np.minimum(best / settings.guide_full, 1)
    rest = np.clip(1 - named.sum(axis=1, keepdims=True), 0, 1)
    return np.hstack([named, settings.guide_rest * rest])


def relate_topics(components: Array, vectors: Array, settings: Settings) -> Array:
    """Return the affinity of each topic to each theme and 其他, (n_topics, n_themes + 1).

    Cosine between topic and theme, the threshold of 其他 beside it, sharpened; rows sum to 1.
    """
    near = components @ vectors.T
    other = np.full((len(components), 1), _find_threshold(near, settings))
    sharp = np.hstack([near, other]) ** settings.sharpness
    return np.asarray(sharp / sharp.sum(axis=1, keepdims=True))


def _find_threshold(near: Array, settings: Settings) -> float:
    """Return the cosine below which a topic is of no theme.

    Any two vectors of words have something in common, the more the broader the topics are; most
    topics are not of a given theme, so what they reach is what chance gives. With a fixed threshold
    the narrow topics of a large model fell to 其他 wherever the words of a theme were narrow too.
    A theme that most topics speak of lifts the level; ``other`` bounds it.
    """
    spoken = near[:, near.any(axis=0)]
    if not spoken.size:
        return max(settings.other, _LEAST)
    chance = float(np.quantile(spoken, _CHANCE, axis=0).mean())
    return max(min(settings.other, settings.other_chance * chance), _LEAST)
