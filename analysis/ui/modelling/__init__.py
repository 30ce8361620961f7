"""The sections of the page 模型, a file each: how the topics were made, and how to change that."""
