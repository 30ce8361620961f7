"""Floor 2: articles to topics and themes, with evidence that adds up. No disk, no screen."""
