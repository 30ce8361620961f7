"""The pieces of the bench of scale: texts made, processes watched, ratios told, losses compared."""

import json
import sys

import numpy as np
import pytest

from analysis.theme.corpus import fit_topics
from analysis.theme.settings import Settings
from tests.bench.fitted import compare_losses, fit_exactly, measure_loss, read_words, recall_fitted
from tests.bench.ratios import HEAD, OURS, Run, measure_growth, tell_runs, tell_stages
from tests.bench.rows import draw_places, read_lines, read_texts
from tests.bench.scale import parse_arguments, prepare_texts
from tests.bench.usual import EXTRA
from tests.bench.usual import main as run_usual
from tests.bench.watching import Watched, watch_command
from tests.theme.tiny import make_lines


def make_run(size, way=OURS, *, seconds=1.0, resident=100.0):
    took = Watched("", seconds, 2 * seconds, resident, resident / 2)
    return Run(size, way, 4.0, took, {"read": 0.5, "fit": 1.25}, [["养老"]])


def test_sizes_below_a_corpus_are_parts_of_it_in_its_order_and_sizes_above_are_made(
    corpus, tmp_path
):
    places = draw_places(7, 4)
    assert places == sorted(set(places)) == draw_places(7, 4)
    lines = make_lines()
    assert list(read_lines(prepare_texts(corpus, 4, tmp_path))) == [lines[at] for at in places]
    assert list(read_lines(prepare_texts(corpus, 7, tmp_path))) == lines
    assert list(read_lines(prepare_texts(corpus, 9, tmp_path)))[:7] == lines
    (tmp_path / "4.jsonl").write_text("kept")
    assert prepare_texts(corpus, 4, tmp_path).read_text() == "kept"


def test_memory_and_cpu_of_children_count_together():
    hold = "import time; held = b'x' * 60_000_000; time.sleep(1.2)"
    spin = "while time.process_time() < 0.6: pass"
    parent = (
        f"import subprocess, sys, time; one = subprocess.Popen([sys.executable, '-c', {hold!r}])"
    )
    parent += f"\nheld = b'y' * 60_000_000\n{spin}\none.wait(); print('done')"
    took = watch_command([sys.executable, "-c", parent])
    assert took.output == "done\n"
    assert took.resident > 2 * 60_000_000 / 2**20
    assert took.proportional <= took.resident
    assert took.computed >= 0.6
    assert took.seconds >= 1.2


def test_a_command_that_fails_is_told_with_its_words():
    with pytest.raises(RuntimeError, match="status 3\nno topics"):
        watch_command(
            [sys.executable, "-c", "import sys; sys.stderr.write('no topics'); sys.exit(3)"]
        )


def test_growth_is_what_twice_as_much_costs():
    assert measure_growth((1_000, 2_000), (3.0, 6.3)) == pytest.approx(2.1)
    assert measure_growth((1_000, 8_000), (1.0, 8.0)) == pytest.approx(2)


def test_the_table_has_a_row_a_run_with_ratios_to_ours_of_the_same_size():
    runs = [make_run(1_000), make_run(1_000, "usual", seconds=8.0, resident=250.0)]
    runs.append(make_run(4_000, seconds=4.0))
    rows = [dict(zip(HEAD, row, strict=True)) for row in tell_runs(runs)]
    assert [(row["texts"], row["way"]) for row in rows] == [
        ("1,000", OURS),
        ("1,000", "usual"),
        ("4,000", OURS),
    ]
    assert [row["s, times ours"] for row in rows] == ["1.00", "8.00", "1.00"]
    assert rows[1]["peak, times ours"] == "2.50"
    assert rows[1]["MB of text a s"] == "0.50"
    assert [row["growth of s"] for row in rows] == ["", "", "2.00"]
    assert tell_stages(runs)[0] == ["1,000", OURS, "read 0.5, fit 1.2"]


def test_the_matrix_of_a_study_is_recalled_as_it_was_fitted(built):
    fitted = recall_fitted(built.study.folder)
    n_terms = fitted.components.shape[1]
    assert fitted.rows.shape[1] == n_terms + 5
    again = fit_topics(fitted.rows, 4, n_terms=n_terms, settings=Settings())
    likeness = again @ fitted.components.T
    assert np.sort(likeness.max(axis=1)) == pytest.approx(np.ones(4))


def test_the_fit_of_a_study_loses_no_more_than_an_exact_solver(built):
    folder = built.study.folder
    loss, exact = compare_losses(folder, 4)
    assert loss == pytest.approx(exact, rel=0.005)
    fitted = recall_fitted(folder)
    alone = measure_loss(fitted.term_rows, fit_exactly(fitted, 2))
    assert exact < alone < np.sqrt(fitted.term_rows.power(2).sum())
    assert [len(words) for words in read_words(folder)] == [10] * 4


# Two subjects, two topics: the fit is exact, and scikit-learn takes the root of a loss below 0.
@pytest.mark.filterwarnings("ignore:invalid value:RuntimeWarning")
@pytest.mark.parametrize("way", ["usual", "tokenizer"])
def test_the_usual_script_tells_its_stages_and_topics(way, tmp_path, capsys):
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(make_lines(12)), encoding="utf-8")
    assert len(list(read_texts(path))) == 12
    assert run_usual([str(path), "--topics", "2", "--way", way]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told["seconds"]) == ["read", "cut and weigh", "fit"]
    assert {"工会" in words[:8] for words in told["topics"]} == {True, False}


@pytest.mark.parametrize("way", EXTRA)
def test_other_libraries_tell_the_same(way, tmp_path, capsys):
    pytest.importorskip(way)
    path = tmp_path / "texts.jsonl"
    path.write_text("".join(make_lines(12)), encoding="utf-8")
    assert run_usual([str(path), "--topics", "2", "--way", way]) == 0
    told = json.loads(capsys.readouterr().out)
    assert list(told["seconds"]) == ["read", "cut", "weigh and fit"]
    assert len(told["topics"]) == 2


def test_what_is_not_known_is_refused():
    with pytest.raises(SystemExit):
        parse_arguments(["corpus.jsonl", "--peers", "nobody"])
    assert parse_arguments(["corpus.jsonl", "--sizes", "20,3", "--peers", ""]).sizes == [3, 20]
