"""Texts met with a model that is there: counted in its terms, weighed as it weighs."""

from collections.abc import Sequence

from analysis.theme.assembly import plan_rows
from analysis.theme.basis import Basis
from analysis.theme.batches import Counts
from analysis.theme.corpus import Corpus, assemble_corpus
from analysis.theme.matrix import Report
from analysis.theme.records import Model
from analysis.theme.themes import cut_theme_words
from analysis.theme.tokens import make_cutter


def recall_corpus(
    model: Model, parts: Sequence[Counts], basis: Basis, report: Report | None = None
) -> Corpus:
    """Return what stood before the fit of a model, as far as its texts and terms tell it.

    Parameters
    ----------
    parts : sequence of Counts
        All texts of the corpus, as ``prepare_corpus`` takes them.
    """
    if report:
        report("matrix", 0, 1)
    cutter = make_cutter(basis.words.user)
    n_articles = sum(part.n_articles for part in parts)
    plan = plan_rows(parts, model.terms, whole=model.settings.fits_articles(n_articles))
    spoken = [cut_theme_words(theme, cutter) for theme in basis.themes]
    corpus = assemble_corpus(
        parts, plan, terms=(model.terms, model.tags), idf=model.idf, spoken=spoken
    )
    if report:
        report("matrix", 1, 1)
    return corpus
