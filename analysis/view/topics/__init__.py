"""Topics as the model page shows them: measures, words, edits, what a refit changes."""
