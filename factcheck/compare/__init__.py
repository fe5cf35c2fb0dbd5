"""From claims to conflicts: which are comparable, do they agree, and what to say of it."""
