"""Floor 1: files to pages, pages to articles. Standard library only; no model, no screen."""
