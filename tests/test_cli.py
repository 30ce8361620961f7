"""The commands: what they print, where they put it, and what they say of bad input."""

import io
import json
import socket
import subprocess
import sys
import time
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from analysis.cli.commands import main
from analysis.press.edits import Edit
from analysis.study.edits import edit_study

ROOT = Path(__file__).parents[1]
SEEDS = str(ROOT / "seeds")
PAGE = str(ROOT / "seeds" / "003_718b560af7175bc6.txt")
# Design section 6: one row an article.
ROW = [
    *("id", "source", "newspaper", "date", "edition", "kind", "kicker", "headline", "subhead"),
    *("byline", "agency", "place", "body", "spans", "continued_to", "continued_from", "copy_of"),
    *("notes", "reporters", "correspondents", "photographers", "editors", "page_editors", "url"),
    "encoding",
]


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture(scope="module")
def built_aloud(tmp_path_factory):
    """Build a study of the seeds; return its folder and what was printed."""
    folder = tmp_path_factory.mktemp("cli") / "study"
    with redirect_stdout(io.StringIO()) as out:
        assert main(["build", SEEDS, "-o", str(folder), "--timings"]) == 0
    return folder, out.getvalue()


@pytest.fixture(scope="module")
def study(built_aloud):
    return built_aloud[0]


def rows_of(text):
    return [json.loads(line) for line in text.splitlines()]


def test_articles_as_lines_of_json(capsys):
    assert main(["articles", PAGE, "--format", "jsonl"]) == 0
    out, err = capsys.readouterr()
    rows = rows_of(out)
    assert err == ""
    assert all(list(row) == ROW for row in rows)
    text = Path(PAGE).read_text(encoding="utf-8")
    first = rows[0]["spans"][0]
    assert text[first[0] : first[1]].strip()


def test_articles_as_a_table(capsys):
    assert main(["articles", PAGE]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["source", "kind", "date", "headline", "byline", "body"]


def test_articles_into_a_csv_for_excel(tmp_path):
    out = tmp_path / "articles.csv"
    assert main(["articles", PAGE, "--format", "csv", "-o", str(out)]) == 0
    assert out.read_bytes().startswith(b"\xef\xbb\xbfid,source,newspaper")


def test_bad_input_is_said_and_the_rest_goes_on(tmp_path, capsys):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "photo.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x01")
    names = [PAGE, str(tmp_path / "empty.txt"), str(tmp_path / "photo.txt"), "nowhere.txt"]
    assert main(["articles", *names, "--format", "jsonl"]) == 2
    out, err = capsys.readouterr()
    assert {row["source"] for row in rows_of(out)} == {PAGE}
    assert [line.partition(" ")[2][:8] for line in err.splitlines()][:1] == ["is empty"]
    assert len(err.splitlines()) == 3
    assert "Traceback" not in err


def test_a_build_that_finds_nothing_leaves_nothing(tmp_path, capsys):
    (tmp_path / "empty.txt").write_bytes(b"")
    code = main(["build", str(tmp_path / "empty.txt"), "-o", str(tmp_path / "study")])
    assert (code, (tmp_path / "study").exists()) == (2, False)
    assert "is empty" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--topics", "many"], "topics"),
        (["--topics", "100000"], "100000"),
        (["--themes", "no-such-file.toml"], "no-such-file.toml"),
        (["--engine", "dask", "--address", "tcp://127.0.0.1:1"], "dask"),
    ],
)
def test_a_bad_setting_is_said(tmp_path, capsys, monkeypatch, words, said):
    monkeypatch.setattr("analysis.study.engine._ANSWERS_WITHIN", 1)
    assert main(["build", PAGE, "-o", str(tmp_path / "study"), *words]) == 2
    assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_timings_come_last_as_json(built_aloud):
    told = json.loads(built_aloud[1].splitlines()[-1])
    assert set(told) >= {"seconds", "articles", "passages", "terms", "peak_memory_mb"}
    assert told["peak_memory_mb"] > 0


def test_append_adds_to_the_study(tmp_path, capsys):
    *pages, last = sorted(str(path) for path in Path(SEEDS).glob("*.txt"))[:3]
    assert main(["build", *pages, "-o", str(tmp_path / "study"), "--topics", "4"]) == 0
    assert main(["build", last, "-o", str(tmp_path / "study"), "--append"]) == 0
    assert "3 pages" in capsys.readouterr().err.splitlines()[-1]


def test_themes_of_each_article(study, capsys):
    assert main(["themes", str(study), "--articles", "--format", "jsonl"]) == 0
    rows = rows_of(capsys.readouterr().out)
    assert set(rows[0]) >= {"id", "source", "headline", "spans", "theme", "themes", "topics"}
    for row in rows:
        total = pytest.approx(1) if row["theme"] else 0
        assert sum(row["themes"].values()) == total
        assert sum(row["topics"].values()) == total


def test_word_lists_against_topics(study, capsys):
    assert main(["themes", str(study), "--lexicon", "--format", "jsonl"]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert set(rows[0]) == {"theme", "topic_id", "label", "cosine", "own", "widened"}
    cosines = [row["cosine"] for row in rows if row["theme"] == rows[0]["theme"]]
    assert cosines == sorted(cosines, reverse=True)


def test_themes_and_topics_as_a_table(study, capsys):
    assert main(["themes", str(study)]) == 0
    out = capsys.readouterr().out
    assert {"社会保险", "工会", "生态", "养老", "其他"} <= set(out.split())


def test_a_theme_without_any_of_its_words_is_told(tmp_path, capsys):
    themes = tmp_path / "mine.toml"
    themes.write_text(
        '[[theme]]\nname = "航天"\nen = "Space"\ncolour = "#0072B2"\nwords = ["龘龘龘"]\n'
        '[[theme]]\nname = "工会"\nen = "Unions"\ncolour = "#D55E00"\nwords = ["工会"]\n',
        encoding="utf-8",
    )
    out = str(tmp_path / "study")
    assert main(["build", PAGE, "-o", out, "--themes", str(themes), "--topics", "3"]) == 0
    told = capsys.readouterr().err
    assert "航天" in told
    assert "工会" not in told


def test_what_is_no_study_is_said(tmp_path, capsys):
    assert main(["themes", str(tmp_path)]) == 2
    assert "recipe.json" in capsys.readouterr().err


def test_a_chinese_terminal_is_told_in_chinese(tmp_path, capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    main(["themes", str(tmp_path)])
    assert "不是报题的研究文件夹" in capsys.readouterr().err


def test_a_rebuild_keeps_the_edits_and_says_so(tmp_path, capsys):
    pages = sorted(Path(SEEDS).glob("*.txt"))[:2]
    command = ["build", *map(str, pages), "-o", str(tmp_path / "study"), "--topics", "4"]
    assert main(command) == 0
    edits = [Edit("split", "000000000000", 1), Edit("split", "000000000000", 2)]
    edit_study(tmp_path / "study", edits)
    capsys.readouterr()
    assert main(command) == 0
    told = capsys.readouterr().err
    assert "2 edits by hand were kept; 2 of them do not fit" in told
    assert told.count("The study has no page 000000000000.") == 2


def test_no_progress_bar_in_a_pipe():
    command = [sys.executable, "-m", "analysis", "articles", SEEDS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
    assert done.stderr == b""


def test_a_reader_that_goes_away_is_no_fault():
    command = f"'{sys.executable}' -m analysis articles seeds --format jsonl | head -c 1"
    done = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, check=True)  # noqa: S607
    assert (done.stdout, done.stderr) == (b"{", b"")


def test_the_dashboard_ends_with_the_command_that_opened_it(tmp_path):
    """No server is left behind when a terminal or a service manager ends the command."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "analysis", "open", "--port", str(port)]
    log = (tmp_path / "log").open("wb")
    process = subprocess.Popen(command, cwd=ROOT, stdout=log, stderr=log)
    wait_for(lambda: answers(port), seconds=60)
    process.terminate()
    process.wait(30)
    log.close()
    wait_for(lambda: not answers(port), seconds=10)
    assert not answers(port)


def answers(port):
    with socket.socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0


def wait_for(condition, *, seconds):
    end = time.monotonic() + seconds
    while not condition() and time.monotonic() < end:
        time.sleep(0.1)
