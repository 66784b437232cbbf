"""The fields of every record, once: what they are called, how they are read from words, and said."""
