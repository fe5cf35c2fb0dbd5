"""Configuration: its files, what they set, and what that does to texts and findings."""
