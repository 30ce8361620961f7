"""What is said of topics that edits made: measured as those that a fit found."""

from dataclasses import replace

from analysis.theme.combining import combine_topics
from analysis.theme.corpus import Corpus
from analysis.theme.facts import state_facts
from analysis.theme.parts import gather_topics, mix_columns
from analysis.theme.records import Model, TopicFacts
from analysis.theme.settings import Words
from analysis.theme.shapes import Array


def judge_topics(
    model: Model, shares: Array, corpus: Corpus, words: Words
) -> dict[int, TopicFacts]:
    """Return the facts of the topics in use by their ids; stability is not measured again.

    Parameters
    ----------
    shares : (n_articles, n_parts)
        The share of each part in the articles.
    """
    components, affinity = combine_topics(model, shares.sum(axis=0))
    whole = replace(model, components=components, affinity=affinity, found=affinity, parts=())
    held = mix_columns(shares, gather_topics(model.parts))
    junk = {*words.stop, *words.press}
    facts = state_facts(corpus, whole, held, stability=None, junk=junk)
    return dict(zip(model.topics, facts, strict=True))
