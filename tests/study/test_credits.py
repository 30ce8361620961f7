"""Who wrote and sent an article is data, never a term of it."""

import pytest

from analysis.press.inputs import find_inputs
from analysis.press.records import PEOPLE
from analysis.resources import SEEDS
from analysis.study.cutting import cut_inputs
from analysis.theme.corpus import prepare_corpus
from analysis.theme.settings import Settings
from analysis.theme.terms import count_terms
from analysis.theme.themes import read_themes
from analysis.theme.tokens import make_cutter
from analysis.theme.vocabulary import read_words

# What a dateline and a byline are made of.
_MARKS = {"本报讯", "电讯", "记者", "通讯员", "摄影报道", "新华社"}


def read_names_and_terms(folder):
    """Return the names and agencies that articles credit, and the terms that count."""
    articles = cut_inputs(find_inputs([folder])).articles
    texts = [article.plain for article in articles]
    words = read_words()
    part = count_terms(texts, make_cutter(words.user), length=Settings().passage_length)
    corpus = prepare_corpus(
        [part], read_themes(), settings=Settings(), words=words, report=lambda *_: None
    )
    people = {name for one in articles for role in PEOPLE for name in getattr(one, role)}
    agencies = {one.agency for one in articles if one.agency}
    return people | agencies, set(corpus.terms)


def check_credits(folder, *, least):
    names, terms = read_names_and_terms(folder)
    assert len(names) >= least
    # None of these people is written about as well: then the name would be part of the news.
    assert names & terms == set()
    assert _MARKS.isdisjoint(terms)


def test_no_credit_of_the_seeds_is_a_term():
    check_credits(SEEDS, least=40)


@pytest.mark.shared
def test_no_credit_of_other_pages_is_a_term(shared):
    check_credits(shared / "gold" / "pages", least=150)
