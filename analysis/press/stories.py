"""Stories that jump: which tail (上接第一版) goes on where which head (下转第3版) stops.

Both marks must point at each other's page. Which of several is meant, and whether it is one at all
(a mark may have gone to a neighbour when the page was cut), is decided by what the two pieces say:
a story goes on with its own rare words, repeats its headline and finishes its sentence. A wrong
link is worse than none: what is not sure stays a link that is not joined.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from analysis.press import cohesion
from analysis.press.issues import pair_marks
from analysis.press.layout import SENTENCE_END
from analysis.press.records import Article, Page
from analysis.press.script import simplify

SURE = 0.95
"""From this probability on, a link is joined."""
_WORTH_TELLING = 0.5
# Logarithms of odds, measured on 389 long stories of fifteen issues, each cut in two. The halves of
# one story have a cosine of 0.11 (0.04 to 0.26), those of two 0.015 (up to 0.07): the odds are even
# at 0.05 and grow with the seventh power.
_EVEN, _POWER, _MOST_BY_WORDS = 0.05, 7.0, 6.0
# The pair of characters across a torn sentence is a frequent one seven times as often as by chance.
_BRIDGE, _NO_BRIDGE, _TORN, _WHOLE = 2.0, -0.3, 3.0, -3.0
_SAME_HEADLINE = 6.0
# Marks that point at each other are nearly always right before a word is read; each fact that the
# pages do not tell takes that back.
_STRANGER, _UNTOLD = -2.0, 3.0
_LEAST_HEADLINE = 6
_FRONT = 60
_BARE = re.compile(r"[\W_]+")
_LIMP = re.compile(r"[，。、；：！？]")


@dataclass(frozen=True, slots=True)
class Link:
    """Two pieces of one story, by their ids, and how probable that is, 0-1."""

    head: str
    tail: str
    probability: float

    @property
    def is_sure(self) -> bool:
        """Whether the two make one article."""
        return self.probability >= SURE


Pair = tuple[str, str]


def find_links(articles: Sequence[Article], pages: Iterable[Page]) -> tuple[Link, ...]:
    """Return which article goes on in which, each in one other at most, the surest first.

    Heads and tails are of one issue (newspaper and date); where pages do not tell theirs, of one
    folder, and then what the pieces say must be as clear as the missing facts would have been.
    """
    found = {page.id: page for page in pages}
    filled = [article for article in articles if article.body]
    odds = {
        (head.id, tail.id): rate_pair(head, tail) - _STRANGER - _UNTOLD * untold
        for head, tail, untold in pair_marks(filled, found)
    }
    return tuple(sorted(_choose(odds), key=lambda link: (-link.probability, link.head)))


def rate_pair(head: Article, tail: Article) -> float:
    """Return what the two say for being one story: the logarithm of the odds.

    Words they share, the headline that the tail repeats, the sentence that the head leaves open.
    """
    near = cohesion.measure_cosine(_count_pairs(head), _count_pairs(tail))
    words = _POWER * math.log(max(near, 1e-9) / _EVEN)
    words = max(-_MOST_BY_WORDS, min(_MOST_BY_WORDS, words))
    return words + _rate_headline(head, tail) + _rate_sentence(head.body, tail.body)


def _count_pairs(article: Article) -> dict[str, float]:
    """Count the pairs of headline and body; a kicker may be the label of many stories."""
    return cohesion.count_pairs(simplify(f"{article.headline or ''}\n{article.body}"))


def _rate_headline(head: Article, tail: Article) -> float:
    """Rate whether the tail repeats the head's headline, above its prose or in its first words."""
    front = _BARE.sub("", f"{tail.text[: len(tail.text) - len(tail.body)]}{tail.body[:_FRONT]}")
    titles = (_BARE.sub("", title or "") for title in (head.headline, head.subhead))
    repeated = any(len(title) >= _LEAST_HEADLINE and title in front for title in titles)
    return _SAME_HEADLINE if repeated else 0.0


def _rate_sentence(stops: str, begins: str) -> float:
    limp = bool(_LIMP.match(begins))
    if SENTENCE_END.search(stops):
        return _WHOLE if limp else 0.0
    if limp:
        return _TORN
    # Every pair that the table knows is a frequent one; the others weigh 1.
    return _BRIDGE if stops[-1:] + begins[:1] in cohesion.read_weights() else _NO_BRIDGE


def _choose(odds: Mapping[Pair, float]) -> list[Link]:
    """Return the links worth telling; a sure one takes its pieces from the others' choice."""
    left, sure = dict(odds), list[Link]()
    while found := [link for link in _weigh(left) if link.is_sure]:
        sure += found
        heads, tails = {link.head for link in found}, {link.tail for link in found}
        left = {
            pair: odd for pair, odd in left.items() if not (pair[0] in heads or pair[1] in tails)
        }
    return sure + [link for link in _weigh(left) if link.probability > _WORTH_TELLING]


def _weigh(odds: Mapping[Pair, float]) -> list[Link]:
    """Return the probability of each pair: against no partner and against all other partners."""
    heads, tails = defaultdict[str, float](float), defaultdict[str, float](float)
    for (head, tail), odd in odds.items():
        heads[head] += math.exp(odd)
        tails[tail] += math.exp(odd)
    return [
        Link(head, tail, math.exp(odd) / (1 + max(heads[head], tails[tail])))
        for (head, tail), odd in odds.items()
    ]
