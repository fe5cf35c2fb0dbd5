"""Titles and roles of persons: "Foreign Minister Ann Berg", "Ann Berg, who is chief executive of Acme".

They are read around each name: right before it, before it with a comma between, behind it as an
apposition, behind a verb that gives, holds or ends a title. The words are data (`data/titles.yaml`);
"former", "deputy" and their like stay in the wording, since a former president is no president.
"""

from factcheck.kinds.titles.read import TitleMention, read, roles_before, split_titles

__all__ = ["TitleMention", "read", "roles_before", "split_titles"]
