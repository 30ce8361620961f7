"""The README is true: its two commands are lines to paste, its commands and code run."""

import argparse
import re
import shlex
from pathlib import Path

import pytest

from analysis.cli.commands import make_parser

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def section(title):
    found = re.search(rf"^## {title}\n(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    assert found, f"README.md has no section {title}"
    return found[1]


def blocks(title, language):
    return re.findall(rf"^```{language}\n(.*?)^```", section(title), re.MULTILINE | re.DOTALL)


def commands():
    parser = make_parser()
    (sub,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))  # noqa: SLF001
    for parser in sub.choices.values():
        parser.fill()
    return sub.choices


@pytest.mark.parametrize("title", ["Start", "Test"])
def test_one_line_to_paste(title):
    (block,) = blocks(title, "sh")
    (line,) = block.splitlines()
    assert shlex.split(line)[:3] == ["python3", "-m", "venv"]
    assert ".ci/constraints.txt" in line


@pytest.mark.parametrize("name", commands())
def test_every_command_is_described_with_its_options(name):
    row = re.search(rf"^\| `baoti {name}.*$", section("Your own pages"), re.MULTILINE)[0]
    for action in commands()[name]._actions:  # noqa: SLF001
        option = action.option_strings[-1:] or [""]
        if option[0] not in ("", "--help", "--output", "--format"):
            assert option[0] in row


def test_the_python_runs_on_a_study(built, capsys):
    (code,) = blocks("Your own pages", "python")
    exec(code.replace("STUDY", built.study.folder.as_posix()), {})  # noqa: S102 - our own README
    assert "工会" in capsys.readouterr().out


def test_pictures_and_links_lead_somewhere():
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_no_address_of_a_package_host_is_recorded():
    for path in [*ROOT.glob(".ci/*"), ROOT / "pyproject.toml"]:
        text = path.read_text(encoding="utf-8")
        assert "://" not in text, path
        assert "--index" not in text, path


@pytest.mark.parametrize("path", re.findall(r"`(tests/[\w/]+\.py)`", README))
def test_every_claim_has_its_test(path):
    assert "def test_" in (ROOT / path).read_text(encoding="utf-8")
