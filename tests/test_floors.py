"""The law of imports, read from the source: floors, one place a library, sizes."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
FILES = sorted((ROOT / "analysis").rglob("*.py"))
FLOORS = ("errors", "resources", "press", "theme", "study", "view", "cli", "ui")
# Each library and the only places that may import it.
PLACES = {
    "streamlit": ("ui/",),
    "starlette": ("ui/server.py", "ui/giving.py"),
    "plotly": ("view/drawing/charts.py", "view/drawing/look.py"),
    "matplotlib": ("view/",),
    "wordcloud": ("view/drawing/clouds.py",),
    "pandas": ("view/", "ui/tables.py", "ui/lists.py"),
    "sklearn": ("theme/",),
    "threadpoolctl": ("theme/",),
    "jieba": ("theme/tokens.py",),
    "rjieba": ("theme/tokens.py",),
    "pyarrow": ("study/", "view/frames.py", "press/readers/columnar.py", "theme/gathering.py"),
    "opencc": ("press/script.py",),
    "pypdfium2": ("press/readers/pdf.py",),
    "docx": ("press/readers/docx.py",),
    "openpyxl": ("press/readers/workbook.py", "view/export/cells.py", "view/export/sheets.py"),
    "jinja2": ("view/export/report.py",),
    "joblib": ("study/engine.py",),
    "distributed": ("study/engine.py",),
    "rich": ("cli/", "view/listing.py"),
    "platformdirs": ("resources.py",),
}


def imports_of(path: Path) -> list[str]:
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [name.name for name in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            found += [f"{node.module}.{name.name}" for name in node.names]
    return found


def floor_of(path: Path) -> str:
    return path.relative_to(ROOT / "analysis").parts[0].removesuffix(".py")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_run_down_only(path):
    own = floor_of(path)
    for name in imports_of(path):
        first, _, rest = name.partition(".")
        if first != "analysis" or own in ("__init__", "__main__"):
            continue
        other = rest.partition(".")[0]
        assert other in FLOORS, f"{path} imports the package root: {name}"
        assert FLOORS.index(other) <= FLOORS.index(own), f"{path} imports up: {name}"
        assert {own, other} != {"cli", "ui"}, f"{path}: cli and ui do not see each other"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_each_library_in_its_place(path):
    inside = path.relative_to(ROOT / "analysis").as_posix()
    for name in imports_of(path):
        places = PLACES.get(name.partition(".")[0])
        assert places is None or inside.startswith(places), f"{inside} imports {name}"


def test_packages_export_nothing():
    for path in FILES:
        if path.name == "__init__.py":
            body = ast.parse(path.read_text(encoding="utf-8")).body
            assert [type(node) for node in body] == [ast.Expr], f"{path}: more than a docstring"


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_file_is_read_at_one_sitting(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 250


def test_the_app_is_thin():
    assert len((ROOT / "app.py").read_text(encoding="utf-8").splitlines()) <= 45


def test_the_top_level_is_the_cards():
    card = {"pyproject.toml", "README.md", "seeds", "app.py", "analysis", "tests", "assets"}
    there = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert there - {"LICENSE"} == card
