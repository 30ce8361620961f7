"""What a topic is called before anyone names it: a phrase that its headlines or sentences print.

Only where none does, its strongest terms that say different things.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import compress
from math import cbrt

from analysis.theme.dictionary import Entry, read_entries
from analysis.theme.phrases import Line, Phrase, Standing, find_phrases, gather_phrases
from analysis.theme.quotations import Yardstick
from analysis.theme.tokens import Cutter, Token

HEADLINES, SENTENCES, WORDS = "headlines", "sentences", "words"
"""Where a label was found."""

ENOUGH = 0.2
"""The share of an article from which on its headline speaks for a topic."""

# How typical (1: the strongest term) the strongest word of a phrase is, and all together are.
_STRONG, _ENOUGH = 0.3, 0.5
# The part of what holds a phrase that must be the topic's own.
_OWN = 0.3
# Words of these kinds (jieba's tags: particles, prepositions, conjunctions, adverbs, pronouns,
# directions, measures) stand beside any phrase and tell nothing of its ends.
_LOOSE = ("u", "p", "c", "d", "r", "f", "q", "y")
# Lines that are read for each topic.
_READ = 400
# With fewer stories a topic than this one story is enough for a label.
_FEW_STORIES = 10


@dataclass(frozen=True, slots=True)
class Label:
    """What a topic is called, in how many stories that stands, and where: see ``HEADLINES``."""

    text: str
    count: int
    where: str


def label_topic(terms: Sequence[str], *, most: int = 3) -> str:
    """Join the strongest terms that do not hold one another.

    Examples
    --------
    >>> label_topic(["养老", "养老服务", "助餐", "老人", "社区"])
    '养老·助餐·老人'
    """
    chosen: list[str] = []
    for term in terms:
        if len(chosen) < most and not any(term in other or other in term for other in chosen):
            chosen.append(term)
    return "·".join(chosen)


def find_labels(
    lines: Sequence[Line],
    yardstick: Yardstick,
    cutter: Cutter,
    *,
    before: Mapping[int, str] | None = None,
) -> tuple[Label | None, ...]:
    """Return a label for each topic, no two the same; None where no phrase will do.

    A label is a phrase (``find_phrases``) of the topic's headlines and strongest sentences. Its
    words are typical of the topic, the topic is the one that most of its lines speak for, and it
    is whole: it does not have the same neighbour nearly everywhere. Of these the one that the lines
    speak for most (its cube root: what is said often is said in few words), times how typical its
    words are together. It stands in two stories; where there are
    fewer than ten a topic, one will do if none stands in two.

    Parameters
    ----------
    lines : sequence of Line
        Headlines and sentences in simplified characters; each story's headline once.
    before : mapping, optional
        What topics are called already, by column: kept where it is a phrase of theirs still.
    """
    few = len({line.story for line in lines}) < _FEW_STORIES * len(yardstick.typical)
    strongest = [(line, list(cutter.cut(line.text))) for line in _choose_lines(lines)]
    entries = read_entries({token.term for _, tokens in strongest for token in tokens})
    phrases = [
        (line, list(_read_phrases(line, tokens, yardstick, entries))) for line, tokens in strongest
    ]
    found = gather_phrases(phrases, least=1 if few else 2)
    ranked: dict[int, list[_Rated]] = defaultdict(list)
    for text, one in found.items():
        if _is_torn(text, one, found, entries):
            continue
        topic, label = _count(text, one)
        strength = _measure(one, topic, yardstick) * cbrt(one.support[topic])
        if strength and (few or label.count > 1):
            kept = text == (before or {}).get(topic)
            ranked[topic].append((kept, label.count > 1, strength, label))
    chosen = _choose(ranked, len(yardstick.typical))
    return tuple(label and _recount(label, topic, lines) for topic, label in enumerate(chosen))


# Whether it is the label that the topic has, whether it stands in two stories, how strong it is.
_Rated = tuple[bool, bool, float, Label]


def _choose_lines(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that most speak for each topic, in their order; the rest only count."""
    speaking: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for number, line in enumerate(lines):
        for topic, share in line.topics.items():
            speaking[topic].append((-share, number))
    chosen = {number for mine in speaking.values() for _, number in nsmallest(_READ, mine)}
    return [lines[number] for number in sorted(chosen)]


def _read_phrases(
    line: Line, tokens: Sequence[Token], yardstick: Yardstick, entries: Mapping[str, Entry]
) -> Iterator[Phrase]:
    """Yield the phrases of a line that have a strong word of a topic that the line speaks for."""
    columns = yardstick.columns
    terms = [token.term for token in tokens if token.term in columns]
    own = yardstick.typical[[[topic] for topic in line.topics], [columns[term] for term in terms]]
    strong = set(compress(terms, own.max(axis=0, initial=0.0) >= _STRONG))
    if strong:
        yield from find_phrases(tokens, line.text, columns, entries, about=strong)


def _is_torn(
    text: str, one: Standing, found: Mapping[str, Standing], entries: Mapping[str, Entry]
) -> bool:
    """Tell whether a phrase is a piece of a longer one, or of a word that was cut in two.

    Where it nearly always has the same neighbour, and that makes a longer phrase with it or is a
    single character that means something: 国家卫生健康 and 委, 十国集团 and 二.
    """
    return any(
        f"{before}{text}{after}" in found or _is_stub(before + after, entries)
        for before, after in one.neighbours()
    )


def _is_stub(word: str, entries: Mapping[str, Entry]) -> bool:
    loose = word in entries and entries[word].tag.startswith(_LOOSE)
    return len(word) == 1 and not loose


def _count(text: str, one: Standing) -> tuple[int, Label]:
    """Return the topic that most speaks for a phrase, and the phrase as its label."""
    topic = min(one.support, key=lambda number: (-one.support[number], number))
    headlines, sentences = (len(one.stories[topic, where]) for where in (HEADLINES, SENTENCES))
    if headlines > 1 or headlines >= sentences:
        return topic, Label(text, headlines, HEADLINES)
    return topic, Label(text, sentences, SENTENCES)


def _measure(one: Standing, topic: int, yardstick: Yardstick) -> float:
    """Return how typical the words of a phrase are of its topic together; 0 for too little."""
    typical, columns = yardstick.typical[topic], yardstick.columns
    words = sorted(float(typical[columns[term]]) for term in set(one.terms))
    own = one.support[topic] >= _OWN * sum(one.support.values())
    return sum(words) if own and words[-1] >= _STRONG and sum(words) >= _ENOUGH else 0.0


def _choose(ranked: Mapping[int, list[_Rated]], n_topics: int) -> tuple[Label | None, ...]:
    """Give each topic its best phrase that does not hold another topic's label, nor it this one."""
    taken: list[str] = []
    chosen: list[Label | None] = []
    for topic in range(n_topics):
        order = sorted(
            ranked.get(topic, ()), key=lambda one: (not one[0], not one[1], -one[2], one[3].text)
        )
        free = (
            label
            for _, _, _, label in order
            if not any(label.text in other or other in label.text for other in taken)
        )
        label = next(free, None)
        chosen.append(label)
        taken += [label.text] if label else []
    return tuple(chosen)


def _recount(label: Label, topic: int, lines: Sequence[Line]) -> Label:
    """Return a label with the number of stories that print it, as a search would count them."""
    stories = {
        line.story
        for line in lines
        if topic in line.topics and line.where == label.where and label.text in line.text
    }
    return replace(label, count=len(stories))
