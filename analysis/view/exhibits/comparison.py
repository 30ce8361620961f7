"""The charts of a comparison as Figures: words, shares and their differences, with what is open."""

import numpy as np
from numpy.typing import NDArray

from analysis.resources import say
from analysis.study.comparing import ShareContrast, WordContrast, is_open
from analysis.theme.resampling import RESAMPLES
from analysis.view import comparison, frames
from analysis.view.comparison import Compared
from analysis.view.drawing.figures import Figure
from analysis.view.drawing.look import SIDES
from analysis.view.drawing.values import format_value
from analysis.view.source import source_line

_LISTED = 5


def show_words(compared: Compared, words: WordContrast) -> Figure:
    """Return the words that set the sides apart, with the counts of both.

    Raises
    ------
    NothingToDraw
        When no word marks a side.
    """
    language = compared.language
    finding = _tell_words(compared, words)
    return Figure(
        name="contrast",
        title=say("chart.contrast", language),
        subtitle=finding,
        kind="pairs",
        frame=comparison.word_frame(words, compared.short),
        category="term",
        value="z",
        series="side",
        key="term_id",
        note="counts",
        value_format="weight",
        value_label=say("axis.contrast", language),
        colours=_colour_sides(compared),
        source=_write_source(compared),
        alt=finding,
        language=language,
    )


def show_shares(compared: Compared, shares: ShareContrast) -> Figure:
    """Return the share of each theme on both sides, with its interval."""
    language = compared.language
    finding = _tell_differences(compared, shares)
    unknown = _tell_unknown(shares.spans, language)
    parts = [finding, *([unknown.strip()] if unknown else [])]
    first, second = shares.counted
    return Figure(
        name="side-shares",
        title=say("chart.sides", language),
        subtitle=say("told.stop", language).join(parts),
        kind="ranges",
        frame=comparison.share_frame(compared, shares),
        category="theme",
        value="share",
        series="side",
        key="theme_id",
        low="low",
        high="high",
        value_label=say("axis.sides", language, first=first, second=second, resamples=RESAMPLES),
        colours=_colour_sides(compared),
        source=_write_source(compared),
        alt=finding,
        language=language,
    )


def show_differences(compared: Compared, shares: ShareContrast) -> Figure:
    """Return how much larger the share of each theme is on the second side, with its interval."""
    language = compared.language
    frame = comparison.difference_frame(compared, shares)
    signs = zip(frame["theme"], frame["difference"], strict=True)
    finding = _tell_differences(compared, shares)
    return Figure(
        name="side-differences",
        title=say("chart.differences", language),
        subtitle=say("chart.differences.note", language) + _tell_unknown(shares.span, language),
        kind="ranges",
        frame=frame,
        category="theme",
        value="difference",
        key="theme_id",
        low="low",
        high="high",
        value_format="change",
        value_label=say("axis.differences", language),
        colours={theme: SIDES[int(value >= 0)] for theme, value in signs},
        source=_write_source(compared),
        alt=finding,
        language=language,
    )


def _colour_sides(compared: Compared) -> dict[str, str]:
    return dict(zip(compared.short, SIDES, strict=True))


def _write_source(compared: Compared) -> str:
    """Return the source line of both sides together, then each side in words with its articles."""
    language = compared.language
    both = source_line(compared.catalogue, compared.sides.first | compared.sides.second, language)
    return say("told.between", language).join([both, compared.told])


def _tell_words(compared: Compared, words: WordContrast) -> str:
    """Return the first words of each side in one sentence each."""
    language, told = compared.language, []
    for name, columns in zip(compared.short, words.leading, strict=True):
        terms = [words.terms[column] for column in columns[:_LISTED]]
        listed = say("told.listed", language).join(terms)
        key = "alt.contrast" if terms else "alt.contrast.none"
        told.append(say(key, language, side=name, terms=listed))
    return say("told.between", language).join(told)


def _tell_unknown(spans: NDArray[np.float64], language: str) -> str:
    """Return why some dots have no interval, where some have none."""
    return say("compare.interval.none", language) if np.isnan(spans).any() else ""


def _tell_none(span: NDArray[np.float64], language: str) -> str:
    """Return that no difference is sure, and no more than the known intervals say."""
    unknown = np.isnan(span).any(axis=0)
    if unknown.all():
        return say("alt.sides.none.known", language)
    return say("alt.sides.none.some" if unknown.any() else "alt.sides.none", language)


def _tell_differences(compared: Compared, shares: ShareContrast) -> str:
    """Return the theme with the largest difference that is no chance, or that there is none."""
    language, found = compared.language, shares.difference
    sure = [n for n, ends in enumerate(shares.span.T) if not is_open(*ends)]
    if not sure:
        return _tell_none(shares.span, language)
    top = max(sure, key=lambda n: abs(found[n]))
    named = frames.name_themes(compared.catalogue.study, language)
    first, second = (format_value(float(mean), "percent") for mean in shares.means[:, top])
    low, high = (format_value(float(end), "change") for end in shares.span[:, top])
    return say(
        "alt.sides",
        language,
        theme=named[compared.catalogue.themes[top]],
        first=first,
        second=second,
        difference=format_value(float(found[top]), "change"),
        low=low,
        high=high,
    )
