"""The ways to topics that are measured: each takes a sample, a number and a seed, and gives words.

What people write in a notebook (``peers``), and ours: ``find_themes`` as ``build`` calls it. Each
returns the twenty strongest words of every topic as it would show them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from analysis.theme.findings import find_themes
from analysis.theme.settings import Settings
from analysis.theme.themes import read_themes
from analysis.theme.vocabulary import read_words
from tests.bench.theme.peers import (
    DEEP,
    Topics,
    fit_gensim,
    fit_script,
    fit_tomotopy,
    keep_plain,
    read_list,
    weigh_script,
)


@dataclass(frozen=True, slots=True)
class Sample:
    """Texts of a corpus in two forms.

    ``tokens`` are headline and body as jieba cuts them; ``articles`` the articles that the product
    makes of the same texts, in their order, None where it finds none.
    """

    tokens: Sequence[Sequence[str]]
    articles: Sequence[str | None]

    def take(self, rows: Sequence[int]) -> "Sample":
        """Return some of the texts."""
        return Sample([self.tokens[row] for row in rows], [self.articles[row] for row in rows])


Method = Callable[[Sample, int, int], Topics]


def find_ours(sample: Sample, count: int, seed: int) -> Topics:
    """Find topics as ``build --topics`` does; only the measures of quality are left out."""
    settings = Settings(topics=count, seed=seed, resamples=0)
    texts = [text for text in sample.articles if text is not None]
    found = find_themes(texts, read_themes(), settings, read_words())
    return [[term for term, _ in facts.terms[:DEEP]] for facts in found.topics]


def find_script(sample: Sample, count: int, seed: int, *, stop: Sequence[str] = ()) -> Topics:
    """Find topics by the usual script: jieba, TfidfVectorizer, NMF."""
    rows, names = weigh_script(sample.tokens, stop=stop)
    return fit_script(rows, names, count, seed)


def find_tomotopy(sample: Sample, count: int, seed: int) -> Topics:
    """Find topics by tomotopy's LDA."""
    return fit_tomotopy(keep_plain(sample.tokens), count, seed)


def find_gensim(sample: Sample, count: int, seed: int) -> Topics:
    """Find topics by gensim's NMF."""
    return fit_gensim(list(keep_plain(sample.tokens)), count, seed)


METHODS: dict[str, Method] = {
    "Baoti": find_ours,
    "(a) jieba, TfidfVectorizer, NMF": find_script,
    "(b) the same, common stop list": partial(find_script, stop=sorted(read_list("stop.txt"))),
    "(c) tomotopy LDA": find_tomotopy,
    "(d) gensim NMF": find_gensim,
}
