"""Topics of ours beside those of the usual ways, on the same texts, by measures of words alone.

python -m tests.bench.quality CORPUS.jsonl.gz [--sample 20000] [--topics 20,50] [-o TABLE.md]

Every method sees the same texts and the same resamples; its words are measured on one reference,
the plain jieba tokens of all the texts. It takes about 40 minutes on one core and needs what
``pip install -e '.[bench]'`` installs.
"""

import argparse
import json
import random
import sys
import time
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from analysis.press.inputs import Input
from analysis.study.cutting import cut_inputs
from tests.bench.ratios import give_out, write_table
from tests.bench.rows import join_text, read_lines
from tests.bench.theme import measures
from tests.bench.theme.methods import METHODS, Method, Sample
from tests.bench.theme.peers import Topics, read_list
from tests.bench.theme.reference import PLAIN, Reference, make_reference

HEAD = (
    "topics",
    "method",
    "NPMI@10, documents",
    "C_NPMI@10, window 10",
    "diversity@10",
    "same over seeds",
    "same over 80 % resamples",
    "junk",
    "common stop words",
    "seconds a fit",
)
SHARE = 0.8


def read_rows(path: Path, size: int, *, seed: int = 0) -> list[dict[str, Any]]:
    """Return a random sample of the rows of a corpus, the same one for the same seed."""
    rows = [json.loads(line) for line in read_lines(path)]
    return random.Random(seed).sample(rows, min(size, len(rows)))  # noqa: S311 - no secret


def make_sample(rows: Sequence[dict[str, Any]]) -> Sample:
    """Return the texts as jieba cuts them, and as ``build`` makes articles of them."""
    data = "\n".join(json.dumps(row, ensure_ascii=False) for row in rows).encode()
    corpus = cut_inputs([Input("sample.jsonl", data=data)])
    articles: list[str | None] = [None] * len(rows)
    for cut in corpus.cuts:
        at = int(cut.page.source.rpartition("#r")[2]) - 1
        articles[at] = "\n".join(article.plain for article in cut.articles) or None
    tokens = [PLAIN.words(join_text(row)) for row in rows]
    return Sample(tokens, articles)


def draw_resamples(size: int, number: int, *, seed: int = 0) -> list[list[int]]:
    """Return rows of random parts of the sample, the same ones for every method."""
    generator = random.Random(seed)  # noqa: S311 - as above
    return [sorted(generator.sample(range(size), round(SHARE * size))) for _ in range(number)]


def fit_all(
    method: Method, sample: Sample, count: int, *, resamples: Sequence[Sequence[int]], seeds: int
) -> Iterator[tuple[Topics, float]]:
    """Yield the topics of every fit and its seconds: one a seed, then one a resample."""
    fits = [(sample, seed) for seed in range(seeds)]
    fits += [(sample.take(rows), 0) for rows in resamples]
    for part, seed in fits:
        before = time.perf_counter()
        topics = method(part, count, seed)
        yield topics, time.perf_counter() - before


def measure_fits(
    fits: Sequence[tuple[Topics, float]], reference: Reference, *, seeds: int
) -> list[str]:
    """Return the cells of a row: means over the seeds, with their spread where there is one."""
    every = [topics for topics, _ in fits]
    seeded, resampled = every[:seeds], every[seeds:]
    newsroom, stop = read_list("newsroom.txt"), read_list("stop.txt")
    columns = [
        [measures.measure_documents(topics, reference) for topics in seeded],
        [measures.measure_windowed(topics, reference) for topics in seeded],
        [measures.measure_diversity(topics) for topics in seeded],
        [measures.measure_agreement(*pair) for pair in combinations(seeded, 2)],
        [measures.measure_agreement(seeded[0], topics) for topics in resampled],
        [measures.share_listed(topics, measures.find_junk(topics, newsroom)) for topics in seeded],
        [measures.share_listed(topics, stop) for topics in seeded],
    ]
    seconds = float(np.mean([seconds for _, seconds in fits[:seeds]]))
    return [*map(_tell_spread, columns), f"{seconds:.0f}"]


def _tell_spread(values: Sequence[float]) -> str:
    if not values:
        return ""
    spread = float(np.std(values))
    return f"{np.mean(values):.3f}" + (f" ± {spread:.3f}" if spread >= 0.0005 else "")


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what the command line says."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.quality", description=__doc__)
    parser.add_argument("corpus", type=Path, help="JSON lines with headline and body")
    parser.add_argument("--sample", type=int, default=20_000, help="texts drawn at random")
    parser.add_argument("--topics", default="20,50", help="numbers of topics")
    parser.add_argument("--seeds", type=int, default=3, help="fits with other seeds")
    parser.add_argument("--resamples", type=int, default=5, help="fits of 80 %% of the texts")
    parser.add_argument("--methods", default="", help="how their names begin, by commas; else all")
    parser.add_argument("-o", "--output", type=Path, help="where the table goes")
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print the table; return the exit status."""
    missing = [name for name in ("tomotopy", "gensim") if not find_spec(name)]
    if missing:
        sys.stderr.write(
            f"Missing: {', '.join(missing)}. Install with: pip install -e '.[bench]'\n"
        )
        return 2
    asked = parse_arguments(arguments)
    sample = make_sample(read_rows(asked.corpus, asked.sample))
    reference = make_reference(sample.tokens)
    resamples = draw_resamples(len(sample.tokens), asked.resamples)
    table = []
    for count in map(int, asked.topics.split(",")):
        for name, method in METHODS.items():
            if not name.startswith(tuple(asked.methods.split(","))):
                continue
            fits = list(fit_all(method, sample, count, resamples=resamples, seeds=asked.seeds))
            row = [str(count), name, *measure_fits(fits, reference, seeds=asked.seeds)]
            sys.stderr.write(" | ".join(row) + "\n")
            table.append(row)
    text = write_table(HEAD, table)
    give_out(text, asked.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
