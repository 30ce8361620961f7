"""The page of two sides: how they are chosen, and what is shown of them."""
