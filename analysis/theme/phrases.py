"""Phrases of a few words as a line prints them: what a topic can be called by."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from analysis.theme.dictionary import Entry
from analysis.theme.sentences import are_paired
from analysis.theme.tokens import Token
from analysis.theme.vocabulary import is_subject

# Characters: a word as long as two common ones is a phrase by itself; a longer run is a clause.
_LONG_WORD, _LONGEST = 4, 12
# What stands beside a phrase at so many of its places may belong to it.
_OFTEN = 0.7
_MOST_TOKENS = 4
# What may tie two words to one phrase; other function words make a clause of them.
_PAIRING = ("和", "与", "及")
_TIES = frozenset("和与及的·“”《》")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of words of a line: the terms in it, the tokens beside it ("" at an edge or a mark)."""

    text: str
    terms: tuple[str, ...]
    before: str
    after: str


def find_phrases(
    tokens: Sequence[Token],
    text: str,
    terms: Collection[str],
    entries: Mapping[str, Entry],
    *,
    about: Collection[str] | None = None,
) -> Iterator[Phrase]:
    """Yield the phrases of a line: two to four words, or one long one, that begin and end well.

    A phrase begins and ends with words that count (``terms``), so never inside a word nor with a
    function word; inside stand words too, or what ties them (和, 的, quotation marks in pairs).
    ``entries`` are the dictionary's of the line's words. With ``about``, terms too, only phrases
    that hold one of these.

    Examples
    --------
    >>> from analysis.theme.tokens import Cutter
    >>> tokens, words = list(Cutter().cut("推进医保和养老保险")), {"医保", "养老保险"}
    >>> [one.text for one in find_phrases(tokens, "推进医保和养老保险", words, {})]
    ['医保和养老保险', '养老保险']
    """
    known = [token.term in terms for token in tokens]
    nearest = _find_nearest(tokens, terms if about is None else about)
    for first, token in enumerate(tokens):
        end = min(first + _MOST_TOKENS, len(tokens))
        if not known[first] or nearest[first] >= end:
            continue
        for last in range(first, end):
            if not known[last] and not _goes_on(tokens[last].term, entries):
                break
            if not known[last] or last < nearest[first]:
                continue
            words = text[token.start : tokens[last].end]
            if not _is_phrase(words, single=first == last):
                continue
            after = _neighbour(tokens, last + 1)
            # Of two tied words the second is open until a mark or a function word closes it.
            tied = any(map(words.__contains__, _PAIRING))
            if tied and after and is_subject(after, entries):
                continue
            own = tuple(one.term for one in tokens[first : last + 1] if one.term in terms)
            yield Phrase(words, own, before=_neighbour(tokens, first - 1), after=after)


def _find_nearest(tokens: Sequence[Token], about: Collection[str]) -> list[int]:
    """Return for each token the first from there on that is one of some terms."""
    places = [len(tokens)]
    for place in range(len(tokens) - 1, -1, -1):
        places.append(place if tokens[place].term in about else places[-1])
    return places[:0:-1]


def _goes_on(word: str, entries: Mapping[str, Entry]) -> bool:
    return word in _TIES or (word.isalnum() and is_subject(word, entries))


def _is_phrase(words: str, *, single: bool) -> bool:
    longest = len(words) <= _LONGEST
    return longest and are_paired(words) and (not single or len(words) >= _LONG_WORD)


def _neighbour(tokens: Sequence[Token], place: int) -> str:
    inside = 0 <= place < len(tokens) and tokens[place].term.isalnum()
    return tokens[place].term if inside else ""


@dataclass(frozen=True, slots=True)
class Line:
    """A headline or a sentence: its story, and how much it speaks for each topic, 0-1.

    ``topics`` has the columns of the topics that it speaks for and no others.
    """

    story: str
    text: str
    where: str
    topics: Mapping[int, float]


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a phrase stands.

    ``support`` is how much the lines that hold it speak for each topic; ``stories`` are theirs, by
    topic and kind of line; ``before`` and ``after`` count what stands beside it.
    """

    terms: tuple[str, ...]
    support: dict[int, float] = field(default_factory=dict)
    stories: dict[tuple[int, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    before: Counter[str] = field(default_factory=Counter)
    after: Counter[str] = field(default_factory=Counter)

    def neighbours(self) -> Iterator[tuple[str, str]]:
        """Yield what stands so often before or after it that it is torn: (before, after)."""
        for number, beside in enumerate((self.before, self.after)):
            word, times = beside.most_common(1)[0]
            if word and 1 < times >= _OFTEN * beside.total():
                yield (word, "") if number == 0 else ("", word)


def gather_phrases(
    lines: Sequence[tuple[Line, Sequence[Phrase]]], *, least: int
) -> dict[str, Standing]:
    """Return where each phrase stands that stands ``least`` times."""
    # Counted first by itself: most phrases stand once, and of those nothing need be kept.
    times = Counter(phrase.text for _, phrases in lines for phrase in phrases)
    found: dict[str, Standing] = {}
    for line, phrases in lines:
        for phrase in phrases:
            if times[phrase.text] < least:
                continue
            one = found.setdefault(phrase.text, Standing(phrase.terms))
            for topic, share in line.topics.items():
                one.support[topic] = one.support.get(topic, 0.0) + share
                one.stories[topic, line.where].add(line.story)
            one.before[phrase.before] += 1
            one.after[phrase.after] += 1
    return found
