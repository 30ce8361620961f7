"""What a reader types is words, phrases and exclusions, whatever signs it holds."""

from hypothesis import given
from hypothesis import strategies as st

from analysis.study.search import Term, parse_search, search_texts
from analysis.study.tables import read_table


def test_full_width_signs_count():
    assert parse_search("－食堂 “职工　之家”") == (Term("食堂", excluded=True), Term("职工 之家"))


def test_a_sign_inside_a_word_excludes_nothing():
    assert parse_search("5-10万 COVID-19") == (Term("5-10万"), Term("COVID-19"))


def test_an_open_quote_is_read_as_words():
    assert parse_search('"工会 职工') == (Term("工会"), Term("职工"))


@given(st.text(alphabet="工会 -－\"“”'　a", max_size=20))
def test_no_term_is_empty(search):
    assert all(term.text.strip(' -－"“”') for term in parse_search(search))


def test_how_often_a_search_stands_there_is_counted(catalogue):
    texts = read_table(catalogue.study.folder, "articles", ["text"])["text"].to_pylist()
    found = search_texts(catalogue.study, "徒弟 工")
    wanted = [text.count("徒弟") + text.count("工") if "徒弟" in text else 0 for text in texts]
    assert found.times.tolist() == wanted
    assert sum(wanted) > found.rows.sum() > 0


def test_what_is_excluded_is_not_counted(catalogue):
    found = search_texts(catalogue.study, "-徒弟")
    assert found.rows.any()
    assert not found.times.any()
