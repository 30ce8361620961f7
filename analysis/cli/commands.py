"""The commands: one is loaded when it is asked for, so that none waits for what another needs."""

import argparse
from collections.abc import Mapping, Sequence
from importlib import import_module

from analysis.cli.terminal import (
    FAULT,
    USED,
    leave_closed_pipe,
    speak_utf8,
    tell,
    terminal_language,
)
from analysis.errors import BaotiError

COMMANDS: Mapping[str, tuple[str, str]] = {
    "articles": ("listing", "pages to articles, nothing else"),
    "build": ("building", "pages to a study folder"),
    "refit": ("refitting", "fit a study anew; topics found again keep their id"),
    "themes": ("listing", "themes and topics of a study"),
    "quality": ("quality", "eight measures for each number of topics"),
    "export": ("taking", "charts and tables of a study into a folder"),
    "report": ("taking", "a study as one page that stands alone"),
    "open": ("opening", "the dashboard, on a study or on the seed pages"),
}
"""Each command with the module whose ``fill_`` function says what it takes, and what it does."""


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; return 0, or 2 when an input or a setting could not be used."""
    choice = make_parser().parse_args(words)
    speak_utf8()
    try:
        return int(choice.run(choice))
    except BaotiError as error:
        tell(error.tell(terminal_language()))
    except BrokenPipeError:
        leave_closed_pipe()
        return USED
    return FAULT


class _Command(argparse.ArgumentParser):
    """The parser of a command, which learns what it takes when it is asked."""

    filled = False

    def parse_known_args(  # type: ignore[override] # of its forms, the one that is called
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Read words, and know by then what may be among them."""
        self.fill()
        return super().parse_known_args(args, namespace)

    def fill(self) -> None:
        """Load the command."""
        name = self.prog.rpartition(" ")[2]
        if not self.filled:
            module = import_module(f"analysis.cli.{COMMANDS[name][0]}")
            getattr(module, f"fill_{name}")(self)
        self.filled = True


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of every command; the README's table of commands is tested against it."""
    parser = argparse.ArgumentParser(prog="baoti", description="Topics of Chinese newspaper pages.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Command)
    for name, (_, told) in COMMANDS.items():
        commands.add_parser(name, help=told)
    return parser
