"""The trend, and what goes along with pain and sleep: a fair test and its sentences."""
