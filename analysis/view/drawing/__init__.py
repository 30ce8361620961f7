"""Figures, and how they are drawn: on the screen, on paper, as a page of HTML."""
