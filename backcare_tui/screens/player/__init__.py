"""A session, from the question before it to the one after."""
