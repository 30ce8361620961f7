"""Places for slow results that show how far they are while they are worked out.

Streamlit keeps what a cached function draws and draws it again for the next visitor, who has no
place for it: an error. So the cached function only makes an empty slot, and who comes first fills
it outside.
"""

from collections.abc import Callable
from threading import Lock
from typing import Generic, TypeVar

Found = TypeVar("Found")


class Slot(Generic[Found]):
    """One slow result, worked out once; who comes meanwhile waits for it.

    Examples
    --------
    >>> slot = Slot()
    >>> slot.filled, slot.fill(lambda: 1), slot.fill(lambda: 2), slot.filled
    (False, 1, 1, True)
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._found: list[Found] = []

    @property
    def filled(self) -> bool:
        """Whether the result is there."""
        return bool(self._found)

    def fill(self, work: Callable[[], Found]) -> Found:
        """Return the result, by ``work`` where nobody has worked it out yet."""
        with self._lock:
            if not self._found:
                self._found.append(work())
            return self._found[0]
