"""The charts of the dashboard: which numbers, in which words, out of how many."""
