"""``python -m analysis``: the same as the command ``baoti``."""

import sys

from analysis.cli.commands import main

if __name__ == "__main__":
    sys.exit(main())
