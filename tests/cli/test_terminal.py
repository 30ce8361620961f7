"""What a command draws on a terminal."""

import os
import pty
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SEEDS = ROOT / "seeds"


def run_on_a_terminal(words):
    """Run a command with a terminal for standard error; return what was drawn there."""
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "analysis", *words]
    environment = {**os.environ, "TERM": "xterm"}
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=slave, env=environment
    ) as process:
        os.close(slave)
        drawn = b"".join(iter(lambda: _read_on(master), b""))
    os.close(master)
    assert process.returncode == 0
    return drawn.decode()


def _read_on(terminal):
    """Return what is drawn next, nothing when nobody holds the terminal any more."""
    try:
        return os.read(terminal, 1 << 16)
    except OSError:
        return b""


def test_a_progress_bar_on_a_terminal():
    assert "5/5" in run_on_a_terminal(["articles", SEEDS])
