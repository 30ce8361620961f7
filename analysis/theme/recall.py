"""Texts met with a model that is there: counted in its terms, weighed as it weighs."""

from collections.abc import Sequence

from analysis.theme.assembly import find_columns, plan_rows
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
    columns, n_articles, known = [], 0, model.term_ids
    for part in parts:
        columns.append(find_columns(part, known))
        n_articles += part.n_articles
    whole = model.settings.fits_articles(n_articles)
    plan = plan_rows(parts, columns, width=len(model.terms), whole=whole)
    spoken = [cut_theme_words(theme, cutter) for theme in basis.themes]
    corpus = assemble_corpus(
        parts, plan, terms=(model.terms, model.tags), idf=model.idf, spoken=spoken
    )
    if report:
        report("matrix", 1, 1)
    return corpus
