"""The ways to topics that are measured: each takes a sample, a number and a seed, and gives words.

What people write in a notebook, with the settings of the libraries' own examples; ours is
``find_themes`` as ``build`` calls it. Each returns the twenty strongest words of every topic as it
would show them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfVectorizer

from analysis.theme.findings import find_themes
from analysis.theme.settings import Settings
from analysis.theme.themes import read_themes
from analysis.theme.vocabulary import read_words

DEEP = 20
HERE = Path(__file__).parent
Topics = list[list[str]]


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


def read_list(name: str) -> frozenset[str]:
    """Read a word list of this folder."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def find_ours(sample: Sample, count: int, seed: int) -> Topics:
    """Find topics as ``build --topics`` does; only the measures of quality are left out."""
    settings = Settings(topics=count, seed=seed, resamples=0)
    texts = [text for text in sample.articles if text is not None]
    found = find_themes(texts, read_themes(), settings, read_words())
    return [[term for term, _ in facts.terms[:DEEP]] for facts in found.topics]


def find_script(sample: Sample, count: int, seed: int, *, stop: Sequence[str] = ()) -> Topics:
    """Find topics by the usual script: jieba, TfidfVectorizer, NMF."""
    texts = (" ".join(words) for words in sample.tokens)
    vectorizer = TfidfVectorizer(
        max_df=0.95, min_df=2, max_features=5_000, stop_words=list(stop) or None
    )
    rows = vectorizer.fit_transform(texts)
    model = NMF(count, random_state=seed).fit(rows)
    names = vectorizer.get_feature_names_out()
    return [[str(names[at]) for at in np.argsort(-row)[:DEEP]] for row in model.components_]


def _plain_words(sample: Sample) -> list[list[str]]:
    """Return the words of two characters or more that are on no stop list."""
    stop = read_list("stop.txt")
    return [
        [word for word in words if len(word) > 1 and word.isalnum() and word not in stop]
        for words in sample.tokens
    ]


def find_tomotopy(sample: Sample, count: int, seed: int) -> Topics:
    """Find topics by tomotopy's LDA, 200 passes of Gibbs sampling."""
    import tomotopy  # noqa: PLC0415 - the bench tells what is missing before it begins

    model = tomotopy.LDAModel(k=count, min_df=5, seed=seed)
    for words in _plain_words(sample):
        model.add_doc(words)
    model.train(200, workers=1)
    return [
        [word for word, _ in model.get_topic_words(topic, top_n=DEEP)] for topic in range(count)
    ]


def find_gensim(sample: Sample, count: int, seed: int) -> Topics:
    """Find topics by gensim's NMF on its TF-IDF, five passes."""
    from gensim.corpora import Dictionary  # noqa: PLC0415 - as above
    from gensim.models import Nmf, TfidfModel  # noqa: PLC0415 - as above

    documents = _plain_words(sample)
    names = Dictionary(documents)
    names.filter_extremes(no_below=5, no_above=0.5)
    bags = [names.doc2bow(words) for words in documents]
    weights = TfidfModel(bags)
    rows = [weights[bag] for bag in bags]
    model = Nmf(rows, num_topics=count, id2word=names, passes=5, random_state=seed)
    return [[word for word, _ in model.show_topic(topic, topn=DEEP)] for topic in range(count)]


METHODS: dict[str, Method] = {
    "Baoti": find_ours,
    "(a) jieba, TfidfVectorizer, NMF": find_script,
    "(b) the same, common stop list": partial(find_script, stop=sorted(read_list("stop.txt"))),
    "(c) tomotopy LDA": find_tomotopy,
    "(d) gensim NMF": find_gensim,
}
