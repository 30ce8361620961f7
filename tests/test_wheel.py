"""The wheel carries words, themes, fonts, seeds and the app, and works without the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([*command, "-w", str(folder), str(ROOT)], check=True, capture_output=True)
    (path,) = folder.glob("baoti-*.whl")
    return path


def test_what_the_program_reads_is_in_it(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    for name in ("assets/themes.toml", "assets/words/ui.toml", "seeds/seeds.toml", "app.py"):
        assert f"analysis/_data/{name}" in names
    assert "analysis/_data/assets/fonts/NotoSansSC-Regular.ttf" in names
    assert not any(name.startswith(("tests/", "analysis/_data/assets/readme")) for name in names)


def test_it_works_far_from_the_checkout(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    seeds = tmp_path / "site" / "analysis" / "_data" / "seeds"
    done = subprocess.run(
        [sys.executable, "-m", "analysis", "build", str(seeds), "-o", str(tmp_path / "study")],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path / "site"), "LC_ALL": "C.UTF-8"},
        capture_output=True,
        check=True,
    )
    assert b"5 pages" in done.stderr
