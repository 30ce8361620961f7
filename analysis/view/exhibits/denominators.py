"""What a share is a share of, in the words that stand on an axis."""

from analysis.resources import say
from analysis.view.measuring.weighing import FEW, Weighing


def name_denominator(weighing: Weighing, per: str, language: str) -> str:
    """Return what the shares of a weighing are shares of, with its number of articles."""
    return say(
        f"axis.per.{per}",
        language,
        articles=f"{len(weighing.places):,}",
        characters=f"{weighing.weights.sum():,.0f}",
    )


def tell_few(articles: int, language: str) -> str:
    """Return that there are too few articles to say much; nothing where there are enough."""
    return say("share.few", language, n=articles, few=FEW) if articles < FEW else ""
