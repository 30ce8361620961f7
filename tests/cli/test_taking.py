"""The commands export and report: what they write, what they say, what they leave alone."""

import pytest

from analysis.cli.commands import main

DAY = ["--date", "2024-04-04", "--language", "zh"]
CHEAP = ["--figures", "svg", "--tables", "csv"]


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


@pytest.fixture
def study(built):
    return str(built.study.folder)


def files_of(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_export_fills_a_folder_the_same_on_repeat(study, tmp_path, capsys):
    assert main(["export", study, "-o", str(tmp_path / "a"), *CHEAP, *DAY]) == 0
    assert main(["export", study, "-o", str(tmp_path / "b"), *CHEAP, *DAY]) == 0
    files = files_of(tmp_path / "a")
    assert files == files_of(tmp_path / "b")
    assert {"说明.txt", "表/文章.csv", "图/01_各主题占多大份额.svg"} <= set(files)
    assert f"{len(files)} files" in capsys.readouterr().err


def test_only_what_is_asked_for_is_written(study, tmp_path):
    asked = ["--figures", "", "--tables", "parquet"]
    assert main(["export", study, "-o", str(tmp_path / "a"), *asked, *DAY]) == 0
    endings = {name.rpartition(".")[2] for name in files_of(tmp_path / "a")}
    assert endings == {"parquet", "txt"}


def test_a_folder_with_files_is_left_alone(study, tmp_path, capsys):
    (tmp_path / "mine.txt").write_text("mine")
    assert main(["export", study, "-o", str(tmp_path), *CHEAP]) == 2
    assert "left alone" in capsys.readouterr().err
    assert files_of(tmp_path) == {"mine.txt": b"mine"}


def test_filters_are_those_of_the_dashboard(study, tmp_path):
    out = tmp_path / "a"
    asked = ["--search", "白鹭", "--theme", "Ecology", "--figures", "", "--tables", "csv"]
    assert main(["export", study, "-o", str(out), *asked, *DAY]) == 0
    articles = files_of(out)["表/文章.csv"].decode("utf-8-sig").splitlines()
    assert len(articles) == 2
    assert "清水绕城" in articles[1]
    assert "白鹭" in files_of(out)["说明.txt"].decode("utf-8-sig")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--theme", "航天"], "航天"),
        (["--newspaper", "无此报"], "无此报"),
        (["--search", "没有这个词"], "nothing to draw"),
        (["--from", "2030-01-01"], "nothing to draw"),
    ],
)
def test_what_selects_nothing_is_said(study, tmp_path, capsys, asked, said):
    for command in ("export", "report"):
        assert main([command, study, "-o", str(tmp_path / "out"), *asked]) == 2
        assert said in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "asked", [["--figures", "gif"], ["--date", "today"], ["--from", "2024-13"]]
)
def test_what_cannot_be_read_is_said(study, tmp_path, capsys, asked):
    with pytest.raises(SystemExit):
        main(["export", study, "-o", str(tmp_path / "out"), *asked])
    assert asked[0] in capsys.readouterr().err


def test_report_writes_one_page_the_same_on_repeat(study, tmp_path, capsys):
    pages = [tmp_path / name for name in ("a.html", "b.html")]
    for page in pages:
        assert main(["report", study, "-o", str(page), "--theme", "生态", *DAY]) == 0
    assert pages[0].read_bytes() == pages[1].read_bytes()
    assert "a.html" in capsys.readouterr().err


def test_a_report_of_no_study_is_refused(tmp_path, capsys):
    assert main(["report", str(tmp_path), "-o", str(tmp_path / "a.html")]) == 2
    assert "recipe.json" in capsys.readouterr().err
