"""A corpus made larger for the bench keeps its lengths, and is the same each time."""

import json
from itertools import islice

import pytest

from tests.bench.multiply import multiply_lines, write_multiplied
from tests.theme.tiny import make_lines, make_row


def test_a_corpus_comes_first_as_it_is_and_then_under_new_ids_with_its_words_dealt_anew():
    lines = make_lines()
    made = list(islice(multiply_lines(lines, window=3), 21))
    assert made[:7] == lines
    again = [json.loads(line) for line in made[7:14]]
    rows = [make_row(number) for number in range(7)]
    assert [list(row) for row in again] == [list(row) for row in rows]
    assert [row["id"] for row in again] == [f"t{number}-1" for number in range(7)]
    assert {row["date"] for row in again} == {"2024-04-04"}
    assert len({json.loads(line)["body"] for line in made}) == 21


def test_dealing_keeps_the_number_of_words_the_words_of_a_window_and_all_marks():
    def cut(text):
        return list(text)

    rows = [make_row(number) for number in range(6)]
    made = islice(multiply_lines(make_lines(6), window=3, cut=cut), 6, 12)
    again = [json.loads(line) for line in made]
    for before, after in zip(rows, again, strict=True):
        for field in ("headline", "body"):
            assert len(after[field]) == len(before[field])
            marks = [(at, mark) for at, mark in enumerate(before[field]) if not mark.isalnum()]
            assert [(at, m) for at, m in enumerate(after[field]) if not m.isalnum()] == marks
    for part in (slice(0, 3), slice(3, 6)):
        pools = [sorted("".join(r["headline"] + r["body"] for r in x[part])) for x in (rows, again)]
        assert pools[0] == pools[1]


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(corpus, tmp_path):
    made = []
    for name, seed in (("a", 0), ("b", 0), ("c", 1)):
        write_multiplied(corpus, 17, tmp_path / name, seed=seed)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1] != made[2]
    assert made[0].count(b"\n") == 17
    assert not list(tmp_path.glob(".*"))


def test_a_corpus_without_a_line_is_refused():
    with pytest.raises(ValueError, match="without a line"):
        next(multiply_lines([]))
