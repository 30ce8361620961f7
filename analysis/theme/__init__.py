"""Floor 2: articles to tokens, topics and themes, with evidence that adds up. No disk, no screen."""
