"""What a visitor changes, and where it is kept."""
