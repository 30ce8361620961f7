"""The command line: the same library calls as the dashboard, in a terminal or in a pipe."""
