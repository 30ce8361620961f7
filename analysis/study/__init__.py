"""Floor 3: the study folder. The only floor that writes to disk."""
