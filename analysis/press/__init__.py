"""Floor 1: files to pages, pages to articles. No model, no screen."""
