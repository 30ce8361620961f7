"""Blocks to drafts of articles: what is rated, how it is decided, what was learnt."""
