"""Benchmarks run on request: pytest --no-cov tests/bench. Scripts are not collected."""

collect_ignore_glob = ["*/[!t]*.py", "*/train.py"]
