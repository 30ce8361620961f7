"""Floor 1: files to pages, pages to articles. Standard library only; knows no model and no screen."""
