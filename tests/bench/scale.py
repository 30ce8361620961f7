"""`baoti build` beside the usual script on the same texts: time, memory, coherence, loss, growth.

python -m tests.bench.scale CORPUS.jsonl.gz [--sizes 1000,10000,75806,1000000] [--topics 20]
    [--peers usual,tomotopy,gensim] [--most-usual 75806] [--folder DIR] [-o TABLE.md]

Each side runs in processes of its own, one side after another, and reads the same file. A size
below the corpus is a random part of it, in its order; one above is made by ``multiply``. Coherence
is document NPMI on the plain jieba tokens of all the texts of that size; what the loss is,
``fitted`` says. Both are measured up to ``--most-usual``, beyond which only ours runs.

The peers are those of ``usual``; "tokenizer" is the usual script in its slower form. It needs what
``pip install -e '.[dev,bench]'`` installs.
"""

import argparse
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import Any

from tests.bench.fitted import compare_losses, read_words
from tests.bench.multiply import write_multiplied
from tests.bench.ratios import (
    HEAD,
    OURS,
    STAGES,
    Run,
    give_out,
    tell_runs,
    tell_stages,
    write_table,
)
from tests.bench.rows import draw_places, read_lines, read_texts
from tests.bench.theme.measures import measure_documents
from tests.bench.theme.peers import Topics
from tests.bench.theme.reference import PLAIN, make_reference
from tests.bench.usual import EXTRA, WAYS
from tests.bench.watching import Watched, watch_command


def prepare_texts(corpus: Path, size: int, folder: Path) -> Path:
    """Return a file of ``size`` texts made of a corpus; one that is there already is kept."""
    made = folder / f"{size}.jsonl"
    if made.exists():
        return made
    total = sum(1 for _ in read_lines(corpus))
    if size > total:
        write_multiplied(corpus, size, made)
        return made
    places, lines, last = draw_places(total, size), read_lines(corpus), -1
    with made.open("w", encoding="utf-8") as file:
        for place in places:
            file.writelines(islice(lines, place - last - 1, place - last))
            last = place
    return made


def run_ours(texts: Path, topics: int, study: Path) -> tuple[Watched, dict[str, float]]:
    """Build a study of texts and return what it took, and its seconds of each stage.

    A study that lies there is removed: nothing is taken over from it.
    """
    shutil.rmtree(study, ignore_errors=True)
    command = [sys.executable, "-m", "analysis", "build", str(texts), "-o", str(study)]
    # A row without a text is told and the build goes on: status 2.
    took = watch_command([*command, "--topics", str(topics), "--timings"], right=(0, 2))
    return took, _read_last(took)["seconds"]


def run_peer(way: str, texts: Path, topics: int) -> tuple[Watched, dict[str, float], Topics]:
    """Run another way and return what it took, its seconds of each stage and its topics."""
    command = [sys.executable, "-m", "tests.bench.usual", str(texts), "--way", way]
    took = watch_command([*command, "--topics", str(topics)])
    told = _read_last(took)
    return took, told["seconds"], told["topics"]


def _read_last(took: Watched) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(took.output.splitlines()[-1])
    return told


def run_size(texts: Path, size: int, topics: int, peers: Sequence[str]) -> Iterator[Run]:
    """Yield the runs of all sides on a file of texts, ours first; the study lies beside it."""
    volume = sum(len(text.encode()) - 1 for text in read_texts(texts)) / 1e6
    study = texts.with_suffix(f".{topics}.study")
    took, stages = run_ours(texts, topics, study)
    yield Run(size, OURS, volume, took, stages, read_words(study))
    for way in peers:
        yield Run(size, way, volume, *run_peer(way, texts, topics))


def judge_runs(runs: Sequence[Run], texts: Path, topics: int) -> list[Run]:
    """Return the runs of a size with their coherence, ours with its loss."""
    reference = make_reference(PLAIN.words(text) for text in read_texts(texts))
    judged = [replace(run, coherence=measure_documents(run.words, reference)) for run in runs]
    del reference
    loss, exact = compare_losses(texts.with_suffix(f".{topics}.study"), topics)
    return [replace(judged[0], loss=loss / exact - 1), *judged[1:]]


def tell_machine() -> str:
    """Return what the run stands on: cores, Python, and how busy the machine is already."""
    load = os.getloadavg()[0]
    return f"{os.cpu_count()} cores, Python {platform.python_version()}, load before {load:.1f}.\n"


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.scale", description=__doc__)
    parser.add_argument("corpus", type=Path, help="JSON lines with id, headline, body")
    parser.add_argument("--sizes", default="1000,10000,75806,1000000", help="numbers of texts")
    parser.add_argument("--topics", type=int, default=20)
    parser.add_argument("--peers", default="usual,tomotopy,gensim", help="other ways, by commas")
    parser.add_argument("--most-usual", type=int, default=75_806, help="texts, for other ways")
    parser.add_argument("--folder", type=Path, help="where texts and studies are kept")
    parser.add_argument("-o", "--output", type=Path, help="where the tables go")
    asked = parser.parse_args(arguments)
    asked.sizes = sorted(map(int, asked.sizes.split(",")))
    asked.peers = [way for way in asked.peers.split(",") if way]
    if strange := set(asked.peers) - set(WAYS):
        parser.error(f"no such way: {', '.join(sorted(strange))}")
    if missing := [way for way in asked.peers if way in EXTRA and not find_spec(way)]:
        parser.error(f"not installed: {', '.join(missing)}; pip install -e '.[bench]'")
    return asked


@contextmanager
def _find_folder(folder: Path | None) -> Iterator[Path]:
    if folder is None:
        with tempfile.TemporaryDirectory() as made:
            yield Path(made)
    else:
        folder.mkdir(parents=True, exist_ok=True)
        yield folder.resolve()


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the tables; return the exit status."""
    asked = parse_arguments(arguments)
    machine = tell_machine()
    every: list[Run] = []
    with _find_folder(asked.folder) as folder:
        for size in asked.sizes:
            texts = prepare_texts(asked.corpus, size, folder)
            small = size <= asked.most_usual
            runs = list(run_size(texts, size, asked.topics, asked.peers if small else ()))
            every += judge_runs(runs, texts, asked.topics) if small else runs
            sys.stderr.write(write_table(HEAD, tell_runs(every)))
    text = "\n".join(
        [machine, write_table(HEAD, tell_runs(every)), write_table(STAGES, tell_stages(every))]
    )
    give_out(text, asked.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
