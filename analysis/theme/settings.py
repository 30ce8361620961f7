"""What goes into a fit: the named themes, the word lists, every number that may be turned."""

from collections.abc import Mapping
from dataclasses import dataclass

from analysis.errors import BadSetting
from analysis.theme.spelling import plain_words

# The least that each setting can be and still make sense.
_LEAST: Mapping[str, float] = {
    "topics": 1,
    "seed": 0,
    "passage_length": 20,
    "min_count": 1,
    "max_terms": 1,
    "passages_until": 0,
    "background": 0,
    "guide": 0,
    "guide_many": 0,
    "guide_rest": 0,
    "guide_full": 0.001,
    "other": 0,
    "other_chance": 0,
    "sharpness": 0.1,
    "resamples": 0,
    "resample_rows": 1,
}


@dataclass(frozen=True, slots=True)
class NamedTheme:
    """A theme as the themes file gives it; ``words`` speak for it."""

    name: str
    en: str
    colour: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """The editable lists: words that never count, newsroom words, words the dictionary lacks.

    They are kept as ``theme.spelling`` writes them: as texts are analysed.
    """

    stop: tuple[str, ...] = ()
    press: tuple[str, ...] = ()
    user: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("stop", "press", "user"):
            object.__setattr__(self, name, plain_words(getattr(self, name), name))


@dataclass(frozen=True, slots=True)
class Settings:
    """Every number that may be turned, with its reason.

    ``topics`` None takes the rule of ``analysis.theme.topics.choose_count``.

    Raises
    ------
    BadSetting
        When a number is below what makes sense.
    """

    topics: int | None = None
    seed: int = 0
    # Characters: long enough for a handful of terms, short enough to be about one thing.
    passage_length: int = 160
    # A term seen in one passage only can tie nothing to anything.
    min_count: int = 2
    # Beyond this many terms the rare ones cost memory, and topics that hang on them do not come
    # back from another sample.
    max_terms: int = 10_000
    # Above this many articles whole articles are fitted: enough of them to tell topics apart.
    passages_until: int = 5_000
    # How many passages of the corpus weigh as much as jieba's background frequencies.
    background: int = 1_000
    # Weight of the theme columns beside a passage's terms (length one) in the fit. 0.3-1.5 do the
    # same; 0 lets small corpora mix themes in one topic.
    guide: float = 1.0
    # The same where whole articles are fitted: many of them tell subjects apart by themselves, and
    # topics that have to follow the themes are less coherent.
    guide_many: float = 0.3
    # What the column of 其他 weighs beside those of themes. At 1 all that is no theme becomes one
    # topic of a hundred subjects; at 0 small corpora mix it with the themes.
    guide_rest: float = 0.175
    # Cosine to a theme from which on a passage speaks for it fully.
    guide_full: float = 0.1
    # What a topic must offer a named theme to be worth more than 其他 (cosine, 0-1): so many times
    # what three topics of four do not reach, ``other`` at most.
    other: float = 0.1
    other_chance: float = 3.0
    # Affinities are raised to this power: near ties stay shared, clear cases become clear.
    sharpness: float = 4.0
    # Refits on 80 % of the passages for the stability of each topic (Greene et al. 2014).
    resamples: int = 20
    # Passages or articles of a resample at most: what a large corpus can spend on twenty refits.
    resample_rows: int = 5_000

    def fits_articles(self, n_articles: int) -> bool:
        """Tell whether whole articles of a corpus are fitted, and not their passages."""
        return n_articles > self.passages_until

    def __post_init__(self) -> None:
        for name, least in _LEAST.items():
            value = getattr(self, name)
            if value is not None and value < least:
                need = {"zh": f"至少 {least}", "en": f"at least {least}"}
                raise BadSetting(name=name, value=value, need=need)
