"""How a command takes inputs: paths, and what is said of the files."""

import argparse
from dataclasses import replace

from analysis.press.decode import require_encoding
from analysis.press.inputs import Input, find_inputs
from analysis.press.limits import NAMES
from analysis.press.readers.fields import FIELDS, name_columns


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add paths, and how files are read where what they say themselves shall not decide."""
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a page or a folder of pages")
    parser.add_argument("--encoding", metavar="NAME", help="of texts and tables (default: told)")
    parser.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=COLUMN",
        help=f"which column of a table holds what: {', '.join(FIELDS)}",
    )
    parser.add_argument(
        "--limit",
        action="append",
        default=[],
        metavar="NAME=N",
        help=f"the most that is taken from one input: {', '.join(NAMES)}",
    )


def find_given(choice: argparse.Namespace) -> list[Input]:
    """Return the inputs that were asked for, with how they are to be read."""
    columns = name_columns(choice.column)
    encoding = require_encoding(choice.encoding) if choice.encoding else None
    found = find_inputs(choice.paths)
    return [replace(item, columns=columns, encoding=encoding) for item in found]
