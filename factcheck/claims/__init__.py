"""From sentences to claims: what a value is about, who says it, how it is meant."""
