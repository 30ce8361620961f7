"""One script a page; each reads the visit that app.py prepared and draws it from top to bottom."""
