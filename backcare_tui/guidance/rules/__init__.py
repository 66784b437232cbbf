"""What looks whether a rule of the decision table speaks: pure functions of the facts, by subject.

Each module has the rules of one group. A rule gives the reason why it speaks, or None.
"""
