"""What people find topics with elsewhere, as tutorials write it; nothing of ours is loaded.

The settings are those of the libraries' own examples. Each gives the twenty strongest words of
every topic as it would show them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

DEEP = 20
HERE = Path(__file__).parent
Topics = list[list[str]]


def read_list(name: str) -> frozenset[str]:
    """Read a word list of this folder."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def weigh_script(
    documents: Iterable[Sequence[str]], *, stop: Sequence[str] = ()
) -> tuple[Any, Sequence[str]]:
    """Return the weights of words by TfidfVectorizer, (n_documents, n_terms), and their terms."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - by need

    texts = [" ".join(words) for words in documents]
    vectorizer = TfidfVectorizer(
        max_df=0.95, min_df=2, max_features=5_000, stop_words=list(stop) or None
    )
    rows = vectorizer.fit_transform(texts)
    return rows, vectorizer.get_feature_names_out()


def weigh_tokens(
    texts: Iterable[str], cut: Callable[[str], list[str]]
) -> tuple[Any, Sequence[str]]:
    """Return the weights of all that ``cut`` gives, 50,000 terms at most, and their terms."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # noqa: PLC0415 - by need

    vectorizer = TfidfVectorizer(tokenizer=cut, token_pattern=None, max_features=50_000)
    return vectorizer.fit_transform(texts), vectorizer.get_feature_names_out()


def fit_script(rows: Any, names: Sequence[str], count: int, seed: int) -> Topics:
    """Return the topics of weights by NMF."""
    from sklearn.decomposition import NMF  # noqa: PLC0415 - by need

    model = NMF(count, init="nndsvda", random_state=seed).fit(rows)
    return [[str(names[at]) for at in np.argsort(-row)[:DEEP]] for row in model.components_]


def keep_plain(documents: Iterable[Sequence[str]]) -> Iterator[list[str]]:
    """Yield the words of two characters or more that are on no stop list."""
    stop = read_list("stop.txt")
    for words in documents:
        yield [word for word in words if len(word) > 1 and word.isalnum() and word not in stop]


def fit_tomotopy(documents: Iterable[Sequence[str]], count: int, seed: int) -> Topics:
    """Return the topics of tomotopy's LDA, 200 passes of Gibbs sampling."""
    import tomotopy  # noqa: PLC0415 - by need

    model = tomotopy.LDAModel(k=count, min_df=5, seed=seed)
    for words in documents:
        model.add_doc(words)
    model.train(200, workers=1)
    return [
        [word for word, _ in model.get_topic_words(topic, top_n=DEEP)] for topic in range(count)
    ]


def fit_gensim(documents: Sequence[Sequence[str]], count: int, seed: int) -> Topics:
    """Return the topics of gensim's NMF on its TF-IDF, five passes."""
    from gensim.corpora import Dictionary  # noqa: PLC0415 - by need
    from gensim.models import Nmf, TfidfModel  # noqa: PLC0415 - by need

    names = Dictionary(documents)
    names.filter_extremes(no_below=5, no_above=0.5)
    bags = [names.doc2bow(words) for words in documents]
    weights = TfidfModel(bags)
    rows = [weights[bag] for bag in bags]
    model = Nmf(rows, num_topics=count, id2word=names, passes=5, random_state=seed)
    return [[word for word, _ in model.show_topic(topic, topn=DEEP)] for topic in range(count)]
