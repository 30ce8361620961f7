"""What was worked out of a selection, kept for a while: several charts ask for the same."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from functools import partial, wraps
from threading import Lock
from typing import Concatenate, ParamSpec, TypeVar
from weakref import ReferenceType, ref

from analysis.study.catalogue import Catalogue
from analysis.study.select import Mask

Asked = ParamSpec("Asked")
Found = TypeVar("Found")
_Work = Callable[Concatenate[Catalogue, Mask, Asked], Found]

FEW, MANY = 4, 64
"""Results of one function that are kept: few that hold the articles, 60 MB of a million of them
each, and many that tell of them in some numbers."""


def remember_selection(
    most: int,
) -> Callable[[_Work[Asked, Found]], _Work[Asked, Found]]:
    """Let a function give its last results again where it is asked the same of the same rows.

    The same are arrays that are one in memory, and rows that nobody can write into: of all others
    it works its result out anew. What else it is asked must be hashable.
    """
    return partial(_remember, most=most)


def _remember(work: _Work[Asked, Found], *, most: int) -> _Work[Asked, Found]:
    kept: OrderedDict[Hashable, tuple[ReferenceType[Mask], Found]] = OrderedDict()
    lock = Lock()

    @wraps(work)
    def give(
        catalogue: Catalogue, rows: Mask, /, *args: Asked.args, **named: Asked.kwargs
    ) -> Found:
        if rows.flags.writeable:
            return work(catalogue, rows, *args, **named)
        key = (id(catalogue.main), id(rows), args, tuple(named.items()))
        with lock:
            entry = kept.get(key)
            if entry:
                kept.move_to_end(key)
        # A number may be given to another array once the first is gone.
        if entry and entry[0]() is rows:
            return entry[1]
        found = work(catalogue, rows, *args, **named)
        with lock:
            kept[key] = (ref(rows), found)
            for one in [one for one, (there, _) in kept.items() if there() is None]:
                del kept[one]
            while len(kept) > most:
                kept.popitem(last=False)
        return found

    return give
