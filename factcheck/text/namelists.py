"""The word lists by which names are told: titles, kinds of place and body, given names, peoples."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache

from factcheck.data import load


@dataclass(frozen=True, slots=True)
class NameLists:
    """The lists of names.yaml, titles.yaml, honorifics.yaml and countries.yaml, in lower case."""

    title: frozenset[str]
    title_modifier: frozenset[str]
    title_of: frozenset[str]
    org: frozenset[str]
    place: frozenset[str]
    of_head: frozenset[str]
    on_head: frozenset[str]
    particle: frozenset[str]
    nothing: frozenset[str]
    given: frozenset[str]
    bound: frozenset[str]
    striking: frozenset[str]
    adjectives: frozenset[str]
    places: frozenset[str]


@cache
def name_lists() -> NameLists:
    """The lists, read once."""
    data = load("names")
    adjectives: set[str] = set(load("countries")["peoples"].lower().split())
    places: set[str] = set()
    for line in load("countries")["countries"]:
        country, adjective, capital = line.lower().split(" | ")
        adjectives.update(adjective.split(", "))
        places.update((country, capital))
    places.update(alias.lower() for alias in load("countries")["aliases"])
    people = load("honorifics")
    heads = [head.split() for head in load("titles")["heads"] if " of " not in head]
    sets = {key: set(data[key].split()) for key in [field.name for field in fields(NameLists)][:12]}
    sets["title"].update(people["honorifics"], (head[-1] for head in heads))
    sets["title_modifier"].update(word for head in heads for word in head[:-1])
    sets["given"].update(*(names.split() for names in people["first_names"].values()))
    sets.update(adjectives=adjectives - places, places=places)
    return NameLists(**{key: frozenset(words) for key, words in sets.items()})
