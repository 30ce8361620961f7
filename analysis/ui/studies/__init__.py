"""Which study is shown, and how uploads become one."""
