"""The whole way from texts to themes: tokens, matrix, topics, themes, quality."""

from collections.abc import Sequence

from analysis.theme.corpus import Corpus, guide_corpus, prepare_corpus
from analysis.theme.facts import MOST_JUDGED, judge_stability, state_facts, state_theme_facts
from analysis.theme.fitting import fit_corpus
from analysis.theme.matrix import Report
from analysis.theme.records import Findings, Model, ThemeFacts, TopicFacts
from analysis.theme.settings import NamedTheme, Settings, Words
from analysis.theme.shapes import Array
from analysis.theme.shares import place_counts
from analysis.theme.terms import count_terms
from analysis.theme.tokens import make_cutter


def find_themes(
    texts: Sequence[str],
    themes: Sequence[NamedTheme],
    settings: Settings,
    words: Words,
    report: Report | None = None,
) -> Findings:
    """Find the topics of a corpus and gather them into its themes.

    Parameters
    ----------
    texts : sequence of str
        One an article. Their order does not matter to the topics.
    report : callable, optional
        Told the stage ("tokens", "matrix", "topics", "themes", "quality"), what is done, of how
        much.

    Raises
    ------
    NoWords
        When there is no word to count.
    TooFewWords
        When more topics are asked for than there are terms or passages.
    """
    tell = report or say_nothing
    cutter, length = make_cutter(words.user), settings.passage_length
    whole = settings.fits_articles(len(texts))
    part = count_terms(texts, cutter, length=length, whole=whole, report=tell)
    tell("tokens", len(texts), len(texts))
    corpus = prepare_corpus([part], themes, settings=settings, words=words, report=tell)
    model = fit_corpus(corpus, themes, settings=settings, words=words, report=tell)
    shares = place_counts(part, model)
    # In the corpus's order: what is summed is the same to the last digit whatever order was given.
    facts = state_corpus(corpus, model, shares[corpus.order], words=words, report=tell)
    return Findings(
        model=model,
        article_topics=shares,
        article_themes=shares @ model.affinity,
        theme_terms=corpus.vectors,
        passage_articles=part.owners,
        passage_spans=part.spans,
        term_counts=corpus.term_counts,
        topics=facts[0],
        themes=facts[1],
    )


def say_nothing(stage: str, done: int, total: int) -> None:
    """Take a report nobody asked for."""


def state_corpus(
    corpus: Corpus, model: Model, shares: Array, *, words: Words, report: Report
) -> tuple[tuple[TopicFacts, ...], tuple[ThemeFacts, ...]]:
    """Return what stands beside the topics and the themes of a fresh fit.

    How stable they are is measured where there are few rows: of many it costs more than the fit.

    Parameters
    ----------
    shares : (n_articles, n_topics)
        Of all articles, or of those that have a term; sums are made in their order.
    """
    report("quality", 0, 1)
    stability = None
    if corpus.rows.shape[0] <= MOST_JUDGED:
        rows, sizes = guide_corpus(corpus, model.settings), shares.sum(axis=0)
        stability = judge_stability(corpus, model, rows=rows, sizes=sizes, report=report)
    junk = {*words.stop, *words.press}
    topics = state_facts(corpus, model, shares, stability=stability, junk=junk)
    themes = state_theme_facts(shares @ model.affinity, stability)
    report("quality", 1, 1)
    return topics, themes
