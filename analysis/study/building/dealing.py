"""Inputs dealt out in pieces of work: some files, or some rows of a table; always the same ones.

A piece names all that it is made of, so that what was made of it can be found again. Only this
process reads archives and tables; a piece holds the rows, or the files with their bytes or paths.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest
from pathlib import PurePath

from analysis.errors import InputError
from analysis.press.cutting import is_table, read_rows
from analysis.press.inputs import Input, unpack_input
from analysis.press.limits import Limits
from analysis.press.readers.tables import Story
from analysis.study.parcels import refuse_parcel
from analysis.study.recipe import RecipeInput
from analysis.study.records import Failure

# Files, rows and characters of a piece: enough that handing it over costs little beside the work,
# few enough that workers end together and that none holds much.
_FILES, _ROWS, _CHARACTERS = 64, 4_096, 1_500_000


@dataclass(frozen=True, slots=True)
class Given:
    """An input with the digest of its bytes; ``fault`` says why it cannot be read at all."""

    item: Input
    digest: str = ""
    fault: Failure | None = None

    @property
    def said(self) -> tuple[object, ...]:
        """All that makes what is read of it, for a key."""
        item = self.item
        how = (item.columns, item.encoding, item.limits)
        return item.source, self.digest, item.facts, *how


def tell_failure(failure: Failure) -> dict[str, str]:
    """Return a failure as a recipe keeps it."""
    return {"source": failure.source, "zh": failure.zh, "en": failure.en}


Told = tuple[int, Failure]
"""A failure and the number of the input that it is about."""


def tell_inputs(inputs: Sequence[Given], failures: Iterable[Told]) -> tuple[RecipeInput, ...]:
    """Return inputs as a recipe names them, each with what of it could not be used."""
    own: dict[int, list[dict[str, str]]] = defaultdict(list)
    for number, failure in failures:
        own[number].append(tell_failure(failure))
    return tuple(
        RecipeInput(
            item.source,
            digest=given.digest,
            facts=dict(item.facts),
            failures=tuple(own[number]),
            columns=dict(item.columns),
            encoding=item.encoding,
        )
        for number, given in enumerate(inputs)
        for item in (given.item,)
    )


def list_faults(inputs: Sequence[Given]) -> list[Told]:
    """Return why inputs cannot be read at all."""
    return [(n, given.fault) for n, given in enumerate(inputs) if given.fault is not None]


@dataclass(frozen=True, slots=True)
class Piece:
    """Some work: files to be cut, or rows of one table to be made pages of.

    ``made_of`` tells it from all others; ``owners`` are the numbers of the inputs that its files
    are of, or that the table is of; ``faults`` are what was met on the way to it; ``size`` is in
    characters or bytes.
    """

    made_of: tuple[object, ...]
    owners: tuple[int, ...] = ()
    files: tuple[Input, ...] = ()
    rows: tuple[Story, ...] = ()
    faults: tuple[Told, ...] = ()
    size: int = 0


def word_error(error: InputError, source: str) -> Failure:
    """Return an error in words: these travel between processes, errors do not."""
    return Failure(str(error.facts.get("source", source)), error.tell("zh"), error.tell("en"))


def sort_inputs(inputs: Sequence[Input], limits: Limits | None = None) -> tuple[Given, ...]:
    """Return inputs with their digests, in the order of the names of their files.

    Where ``limits`` are given they hold instead of those that an input has.
    """
    if limits is not None:
        inputs = [replace(item, limits=limits) for item in inputs]
    return tuple(sorted(map(_look_at, inputs), key=_place))


def _look_at(item: Input) -> Given:
    digest = ""
    try:
        with item.open() as file:
            digest = file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type] # it reads
        refuse_parcel(item)
    except InputError as error:
        return Given(item, digest, word_error(error, item.source))
    return Given(item, digest)


def _place(given: Given) -> tuple[str, str, str]:
    """Order inputs by the names of their files, wherever those lie."""
    source = given.item.source
    return PurePath(source.replace("\\", "/")).name, given.digest, source


def deal_inputs(inputs: Sequence[Given]) -> Iterator[Piece]:
    """Yield the pieces that inputs are, in their order; those that cannot be read are passed over.

    Small files go together; a table of any size is never held whole.
    """
    hand = _Hand()
    for number, given in enumerate(inputs):
        for file in unpack_input(given.item) if given.fault is None else ():
            if isinstance(file, InputError):
                hand.faults.append((number, word_error(file, given.item.source)))
            elif is_table(file):
                yield from hand.give()
                yield from _deal_rows(number, given, file)
            else:
                hand.add(number, given, file)
                yield from hand.give() if hand.is_full else ()
    yield from hand.give()


class _Hand:
    """Files that wait until there are enough of them for a piece."""

    def __init__(self) -> None:
        self.faults: list[Told] = []
        self._owners: list[int] = []
        self._files: list[Input] = []
        self._made_of: list[object] = []
        self._size = 0

    @property
    def is_full(self) -> bool:
        return len(self._files) >= _FILES or self._size >= _CHARACTERS

    def add(self, number: int, given: Given, file: Input) -> None:
        path = None if file.path is None else file.path.resolve()
        self._owners.append(number)
        self._files.append(replace(file, path=path))
        self._made_of.append((file.source, given.said))
        self._size += file.size

    def give(self) -> Iterator[Piece]:
        """Yield what waits, if anything does, and begin anew."""
        if self._files or self.faults:
            yield Piece(
                tuple(self._made_of),
                owners=tuple(self._owners),
                files=tuple(self._files),
                faults=tuple(self.faults),
                size=self._size,
            )
            self.faults, self._owners, self._files, self._made_of = [], [], [], []
            self._size = 0


def _deal_rows(number: int, given: Given, file: Input) -> Iterator[Piece]:
    rows: list[Story] = []
    faults: list[Told] = []
    size = count = 0

    def give() -> Piece:
        return Piece(
            (file.source, given.said, count),
            owners=(number,),
            rows=tuple(rows),
            faults=tuple(faults),
            size=size,
        )

    for row in read_rows(file):
        if isinstance(row, InputError):
            faults.append((number, word_error(row, file.source)))
            continue
        rows.append(row)
        size += sum(map(len, row[2].values()))
        if len(rows) >= _ROWS or size >= _CHARACTERS:
            yield give()
            rows, faults, size, count = [], [], 0, count + 1
    if rows or faults:
        yield give()


def count_bytes(inputs: Sequence[Given]) -> int:
    """Return how many bytes inputs have."""
    return sum(given.item.size for given in inputs)


def is_little(inputs: Sequence[Given]) -> bool:
    """Tell whether inputs are done before another process has started."""
    return len(inputs) <= _FILES and count_bytes(inputs) <= _CHARACTERS
