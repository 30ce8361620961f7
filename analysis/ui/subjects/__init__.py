"""The page of one theme or topic: which one, its words, its neighbours, its articles."""
