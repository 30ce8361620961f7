"""How a study is made: batches cut, counted and written by whoever has hands free."""
