"""The parts of the page 总览: the facts, the charts, and what a click on them opens."""
