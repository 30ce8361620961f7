"""The shelf: studies that the dashboard made, kept in the user's cache, found by key."""

from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from secrets import token_hex
from typing import BinaryIO

from analysis import resources
from analysis.errors import DamagedStudy, NotAStudy, StudyError
from analysis.press.inputs import Input
from analysis.study.build import build_study
from analysis.study.building.workshop import digest_program
from analysis.study.engine import LOCAL
from analysis.study.explain import MODEL
from analysis.study.folder import open_study
from analysis.study.recipe import Recipe, dump_recipe
from analysis.study.records import Built, Failure, Report, Study
from analysis.study.schemas import SCHEMAS
from analysis.study.sending import digest_packed, unpack_study
from analysis.study.stages import COUNTED
from analysis.study.tables import count_rows

# Hex digits: enough that nobody meets another's study by chance or by guessing.
_KEY_LENGTH = 20


def shelve_study(inputs: Sequence[Input], *, recipe: Recipe, report: Report | None = None) -> Built:
    """Return the study of inputs and a recipe, from the shelf where it is there already.

    The key is made of the bytes of the inputs, the recipe and our own program, so that neither an
    edit nor an upgrade shows old numbers.
    """
    folder = _shelf() / _key(inputs, recipe)
    try:
        study, counts = _open_whole(folder)
    except StudyError:
        # Not there, or damaged (caches get cleaned file by file): made (again) from its inputs.
        return build_study(inputs, folder, recipe=recipe, engine=LOCAL, report=report)
    failures = tuple(Failure(**one) for item in study.recipe.inputs for one in item.failures)
    return Built(study, failures, counts=counts)


def shelve_copy(make: Callable[[Path], Built]) -> Built:
    """Shelve a study that ``make`` writes to a folder, under a key that nobody can guess."""
    return make(_shelf() / token_hex(_KEY_LENGTH // 2))


def shelve_packed(file: BinaryIO, *, source: str, report: Report | None = None) -> Study:
    """Return the study that a ZIP holds, on the shelf under the digest of its recipe.

    Raises
    ------
    InputError, StudyError
        As ``unpack_study`` says; nothing is left on the shelf then.
    """
    digest = digest_packed(file, source=source)
    folder = _shelf() / digest[:_KEY_LENGTH]
    try:
        study, _ = _open_whole(folder)
    except StudyError:
        # Not there, or damaged: unpacked (again).
        return unpack_study(file, folder, source=source, report=report)
    return study


def find_study(key: str) -> Study:
    """Open a study of the shelf by its key.

    Raises
    ------
    NotAStudy
        When there is none, or when ``key`` is no key.
    DamagedStudy
        When a table of it is missing or cut short.
    """
    if len(key) != _KEY_LENGTH or not all(digit in "0123456789abcdef" for digit in key):
        raise NotAStudy(folder=key)
    return _open_whole(_shelf() / key)[0]


def _open_whole(folder: Path) -> tuple[Study, dict[str, int]]:
    """Open a study, see that no table of it is missing or cut short, and count their rows."""
    study = open_study(folder)
    counts = {name: count_rows(folder, name) for name in SCHEMAS}
    if not (folder / MODEL).is_file():
        raise DamagedStudy(folder=folder, table=MODEL)
    return study, {name: counts[name] for name in COUNTED}


def _shelf() -> Path:
    return resources.home_folder() / "studies"


def _key(inputs: Sequence[Input], recipe: Recipe) -> str:
    digest = sha256(digest_program().encode())
    digest.update(dump_recipe(recipe.with_inputs(())))
    for item in sorted(inputs, key=lambda item: item.source):
        digest.update(f"{item.source}\0{item.facts}\0{item.columns}\0{item.encoding}\0".encode())
        digest.update(sha256(item.read()).digest())
    return digest.hexdigest()[:_KEY_LENGTH]
