"""What the search for copies keeps of a batch of texts: a sample of their runs, small and plain.

A cut copy is *contained* in its original, and MinHash estimates resemblance, which sinks with every
paragraph that is cut. So hashes are sampled by their value instead (A. Broder, "On the resemblance
and containment of documents", 1997, doi:10.1109/SEQUEN.1997.666900): one in eight, the same ones in
every text, so that the samples of two texts share what the texts share.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from analysis.study.copies.bare import Bare, bare_texts
from analysis.study.copies.runs import RUN, Hashes, hash_windows

LEAST = 30
"""Characters: a text below this is a caption or a line of a list, its words are anybody's."""
# A power of two.
_KEPT = 8
# Bytes: among a billion texts, two share a digest with a chance below one in 10**20.
_DIGEST = 16
# Characters read at a time: what is worked on fits the cache of a core.
_STRIP = 100_000


@dataclass(frozen=True, slots=True)
class Sample:
    """What is kept of a batch of texts, in plain arrays.

    Attributes
    ----------
    hashes : ndarray of uint64, shape (n_runs,)
        The sampled runs of the texts that are long enough to be compared, sorted; a run is there
        once for each text that has it.
    owners : ndarray of int32, shape (n_runs,)
        Whose run it is, by place in the batch; ascending where hashes are equal.
    sizes : ndarray of int32, shape (n_texts,)
        The length of each bare text in characters.
    digests : ndarray of uint64, shape (n_texts, 2)
        Equal where bare texts are equal.
    """

    hashes: Hashes
    owners: NDArray[np.int32]
    sizes: NDArray[np.int32]
    digests: NDArray[np.uint64]


def sample_texts(texts: Sequence[str]) -> Sample:
    """Return what is to be kept of some thousand texts in simplified characters.

    Batches can be read anywhere and in any order.
    """
    strips = (_sample_strip(texts[first:after], first) for first, after in _divide(texts))
    parts = [_sample_strip([], 0), *strips]
    hashes, owners = _sort_once(
        np.concatenate([part.hashes for part in parts]),
        np.concatenate([part.owners for part in parts]),
    )
    sizes = np.concatenate([part.sizes for part in parts])
    return Sample(hashes, owners, sizes, np.concatenate([part.digests for part in parts]))


def sort_hashes(hashes: Hashes) -> tuple[Hashes, NDArray[np.int64]]:
    """Return hashes sorted, and their stable order, both of shape ``(n_hashes,)``.

    Numbers are sorted several times as fast as places, so each hash carries its place in its lowest
    bits; the few that differ in no other bits are put right afterwards.
    """
    mask = np.uint64((1 << len(hashes).bit_length()) - 1)
    keys = hashes & ~mask
    keys |= np.arange(len(hashes), dtype=np.uint64)
    keys.sort()
    keys &= mask
    order = keys.view(np.int64)
    turned = hashes[order]
    if (turned[1:] < turned[:-1]).any():
        again = np.argsort(turned, kind="stable")
        turned, order = turned[again], order[again]
    return turned, order


def _sample_strip(texts: Sequence[str], first: int) -> Sample:
    bare = bare_texts(texts)
    hashes, owners = sample_runs(bare)
    compared = bare.sizes[owners] >= LEAST
    owned = owners[compared] + np.int32(first)
    return Sample(hashes[compared], owned, bare.sizes.astype(np.int32), _digest(bare))


def sample_runs(bare: Bare) -> tuple[Hashes, NDArray[np.int32]]:
    """Return the sampled hashes of bare texts and whose they are, in the order of the texts."""
    windows = hash_windows(bare.codes, RUN)
    ends = np.cumsum(bare.sizes)
    # A run that begins in the last five characters of a text reaches into the next one.
    for place in range(1, RUN):
        crossing = ends - place
        windows[crossing[(crossing >= 0) & (crossing < len(windows))]] = 1
    kept = np.flatnonzero((windows & np.uint64(_KEPT - 1)) == 0)
    owners = np.repeat(np.arange(len(ends), dtype=np.int32), bare.sizes)
    return windows[kept], owners[kept]


def _digest(bare: Bare) -> NDArray[np.uint64]:
    ends = np.cumsum(bare.sizes).tolist()
    digests = b"".join(
        blake2b(bare.codes[start:end].data, digest_size=_DIGEST).digest()
        for start, end in zip([0, *ends], ends, strict=False)
    )
    return np.frombuffer(digests, dtype=np.uint64).reshape(-1, 2)


def _sort_once(hashes: Hashes, owners: NDArray[np.int32]) -> tuple[Hashes, NDArray[np.int32]]:
    """Return runs sorted, each once for each of its owners; owners come in ascending order."""
    hashes, order = sort_hashes(hashes)
    owners = owners[order]
    fresh = np.ones(len(hashes), dtype=np.bool_)
    fresh[1:] = (hashes[1:] != hashes[:-1]) | (owners[1:] != owners[:-1])
    return hashes[fresh], owners[fresh]


def _divide(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield ranges of texts that hold about a hundred thousand characters together."""
    first, held = 0, 0
    for number, text in enumerate(texts, start=1):
        held += len(text)
        if held > _STRIP or number == len(texts):
            yield first, number
            first, held = number, 0
