"""What goes wrong before the text layer: torn columns, repeats, broken paragraphs."""

import random
from collections.abc import Sequence
from dataclasses import replace

from compose import NOBODY, Chunk, is_boundary
from styles import Style


def interrupt(chunks: list[Chunk], style: Style, rng: random.Random) -> list[Chunk]:
    """Move the rest of some long articles behind a neighbour; cut in mid-sentence or between."""
    piece = 0
    for owner in sorted({chunk.owner for chunk in chunks if chunk.owner >= 0}):
        size = sum(len(chunk.text) for chunk in chunks if is_prose(chunk, owner))
        if size < 500 or rng.random() > style.interrupted:
            continue
        if style.displaced and rng.random() < style.displaced:
            chunks, piece = displace(chunks, owner, piece + 1, rng), piece + 1
            continue
        for turn in range(rng.choice([1, 1, 2])):
            moved = tear(chunks, (owner, piece if turn else 0), piece + 1, rng)
            if moved is None:
                break
            chunks, piece = moved, piece + 1
    return chunks


def is_prose(chunk: Chunk, owner: int) -> bool:
    """Whether a chunk belongs to the body of a story."""
    return chunk.owner == owner and chunk.role in "BS"


def tear(
    chunks: list[Chunk], key: tuple[int, int], number: int, rng: random.Random
) -> list[Chunk] | None:
    """Tear the end off one piece of a story and set it behind one to four neighbours."""
    mine = [
        at for at, chunk in enumerate(chunks) if is_prose(chunk, key[0]) and chunk.piece == key[1]
    ]
    if len(mine) < 3:
        return None
    cut = mine[rng.randint(1, len(mine) - 1)]
    tail = [at for at in mine if at >= cut]
    heads = sum(chunk.owner == key[0] and chunk.role == "H" for chunk in chunks[cut:])
    moved = [replace(chunks[at], piece=number) for at in tail]
    rest = [chunk for at, chunk in enumerate(chunks) if at not in tail]
    torn, place = chunks[cut].text, cut
    if rng.random() < 0.7 and len(torn) > 40:
        split = rng.randint(12, len(torn) - 12)
        rest.insert(place, replace(chunks[cut], text=torn[:split]))
        moved[0] = replace(moved[0], text=torn[split:])
        place += 1
    place += heads if rng.random() < 0.5 else 0
    ends = [at for at in range(place + 1, len(rest)) if is_boundary(rest, at)] + [len(rest)]
    target = rng.choice(ends[: rng.choice([1, 2, 4])])
    return [*rest[:target], *moved, *rest[target:]]


def displace(chunks: list[Chunk], owner: int, number: int, rng: random.Random) -> list[Chunk]:
    """Set the beginning of a story behind its neighbours; headline and rest stay together."""
    mine = [at for at, chunk in enumerate(chunks) if is_prose(chunk, owner)]
    if len(mine) < 3:
        return chunks
    cut = mine[rng.randint(1, max(1, len(mine) // 2))]
    moved = [chunks[at] for at in mine if at < cut]
    rest = [
        replace(chunk, piece=number) if chunk.owner == owner and not chunk.piece else chunk
        for at, chunk in enumerate(chunks)
        if at not in mine or at >= cut
    ]
    place = cut - len(moved)
    torn = rest[place].text
    if rng.random() < 0.7 and len(torn) > 40:
        split = rng.randint(12, len(torn) - 12)
        moved.append(replace(rest[place], text=torn[:split], piece=0))
        rest[place] = replace(rest[place], text=torn[split:])
    ends = [at for at in range(place + 1, len(rest)) if is_boundary(rest, at)] + [len(rest)]
    target = rng.choice(ends[:3])
    return [*rest[:target], *moved, *rest[target:]]


def repeat(chunks: list[Chunk], style: Style, rng: random.Random) -> list[Chunk]:
    """Print some runs of paragraphs again elsewhere; the copies belong to nobody."""
    printed = list(chunks)
    for _ in range(rng.choice([1, 2, 3]) if style.flags.get("repeats") else 0):
        start = rng.randrange(len(printed))
        run = [
            replace(chunk, owner=NOBODY, role="F")
            for chunk in printed[start : start + rng.randint(1, 5)]
            if len(chunk.text) > 30
        ]
        places = [at for at in range(start + 1, len(printed)) if is_boundary(printed, at)]
        if run and places:
            place = rng.choice(places)
            printed[place:place] = run
    return printed


def roughen(chunks: Sequence[Chunk], style: Style, rng: random.Random) -> list[Chunk]:
    """Do what careless text layers do: break paragraphs, run two together, drop a last mark."""
    rough: list[Chunk] = []
    for chunk in chunks:
        last = rough[-1] if rough else None
        draw = rng.random() if style.noise else 0.5
        text = chunk.text
        if chunk.role != "B":
            rough.append(chunk)
        elif len(text) > 60 and draw < style.noise * 2:
            split = rng.randint(15, len(text) - 15)
            rough += [replace(chunk, text=text[:split]), replace(chunk, text=text[split:])]
        elif last and draw > 1 - style.noise and belongs(last, chunk):
            rough[-1] = replace(last, text=last.text + text)
        elif draw < style.noise * 2.5 and text.endswith("。"):
            rough.append(replace(chunk, text=text[:-1]))
        else:
            rough.append(chunk)
    return rough


def belongs(last: Chunk, chunk: Chunk) -> bool:
    """Whether two chunks are prose of one piece."""
    return last.role == chunk.role == "B" and not is_boundary([last, chunk], 1)
