"""The command ``open``: the dashboard."""

import argparse
import os
import subprocess
import sys
from pathlib import Path

from analysis.resources import APP
from analysis.study.folder import open_study


def fill_open(parser: argparse.ArgumentParser) -> None:
    """Say what ``open`` takes."""
    parser.add_argument("study", type=Path, nargs="?", metavar="STUDY")
    parser.add_argument("--port", type=int, metavar="N", help="default: 8501, or the next free one")
    parser.set_defaults(run=_open)


def _open(choice: argparse.Namespace) -> int:
    environment = dict(os.environ)
    if choice.study:
        environment["BAOTI_STUDY"] = str(open_study(choice.study).folder.resolve())
    command = [sys.executable, "-m", "streamlit", "run", str(APP)]
    if choice.port:
        command += ["--server.port", str(choice.port)]
    if os.name == "posix":
        # This process becomes the server: who ends it (Ctrl-C, a service manager) ends the server.
        os.execve(sys.executable, command, environment)  # noqa: S606 - our own words, no shell
    return subprocess.call(command, env=environment)  # noqa: S603 - the same
