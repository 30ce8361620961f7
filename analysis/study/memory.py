"""How much memory a process has held at most."""

import sys
from collections.abc import Iterable


def own_peak() -> float | None:
    """Return the most memory that this process held, in MB; None where the system does not tell.

    Windows does not.
    """
    if sys.platform == "win32":
        return None
    import resource  # noqa: PLC0415 - not there on Windows

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    # Linux counts in KiB, macOS in bytes.
    return round(peak / (1 << 20 if sys.platform == "darwin" else 1 << 10), 1)


def add_peaks(workers: Iterable[float]) -> float | None:
    """Return what this process and some workers held at most, in MB, as if all at one time."""
    own = own_peak()
    return None if own is None else round(own + sum(workers), 1)
