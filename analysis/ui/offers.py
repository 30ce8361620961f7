"""What the pages offer to take away, kept until it is asked for: found by a key in the link.

Files are made when they are asked for, by the server and not by the script of the page, and given
out piece by piece: a whole study needs no more memory than a piece of it.
"""

from collections import OrderedDict
from collections.abc import Callable, Generator
from dataclasses import dataclass
from hashlib import blake2b
from secrets import token_bytes
from threading import Lock

from analysis.study.records import Report

# Four a view: a page that stays open all day keeps its links while others filter.
_MOST = 1024
_SECRET = token_bytes(32)
_LOCK = Lock()
_OFFERS: "OrderedDict[str, Offer]" = OrderedDict()


@dataclass(frozen=True, slots=True)
class Offer:
    """A file: its name, its kind, and what makes it piece by piece, telling how far it is."""

    name: str
    mime: str
    make: Callable[[Report], Generator[bytes]]


def keep_offer(offer: Offer, about: str) -> str:
    """Keep an offer and return its key; the same for the same ``about``, so that pages repeat it.

    Whoever does not know the key cannot guess it. The oldest offers are forgotten.
    """
    key = blake2b(about.encode(), key=_SECRET, digest_size=16).hexdigest()
    with _LOCK:
        _OFFERS[key] = offer
        _OFFERS.move_to_end(key)
        while len(_OFFERS) > _MOST:
            _OFFERS.popitem(last=False)
    return key


def find_offer(key: str) -> Offer | None:
    """Return what was offered under a key; None where it is forgotten or never was."""
    with _LOCK:
        return _OFFERS.get(key)
