"""The ways to compare two claims, one a file; a rule names one with `compare:`.

Each offers `compare(a, b, rule) -> Verdict` with the outcome agree, conflict or not_comparable, for
two rows that the gates have let pass.
"""
