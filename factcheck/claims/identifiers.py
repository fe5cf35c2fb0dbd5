"""Numbers that are no claims (a version, a model, a port), and what manuals all the same require of them.

Nothing is counted by "port 8080" or "Python 3.10". An edited copy of the sentence makes such a number
comparable, and so does another manual that says the same of the same thing: for that the row has the word
before the number, whose it is, and the verb.
"""

from __future__ import annotations

from typing import Final

from factcheck.claims.aliases import canonical_key
from factcheck.claims.context import Context
from factcheck.claims.general import is_general, thing
from factcheck.claims.keys import key_of
from factcheck.claims.linking import linking
from factcheck.claims.row import Row
from factcheck.claims.sections import Place
from factcheck.claims.statements import Statement
from factcheck.claims.telling import named_by, telling, version_of
from factcheck.text.attachers import Attach

# Reasons for which a number is none, of those that a word before it names.
LABELLED: Final = ("label", "name")


def identifier(statement: Statement, context: Context, attach: Attach, place: Place) -> Row:
    """The row of a number that is no claim; `place` is where it stands."""
    mention, index = statement.mention, context.sentence.index
    row = Row(statement.claim, index, "identifier", "identifier", incidental=True, print=context.print)
    row.near, row.around, row.edition = place.near, place.around, place.edition
    if mention.incidental not in ("locator", "range"):
        row.key = key_of(mention, context, place, general=False)
    version = version_of(mention, context, place)
    label = (
        version
        or named_by(mention, place)
        or (context.tokens.lower[mention.first - 1] if mention.first else "")
    )
    tokens, names = context.tokens, context.names
    if mention.incidental not in LABELLED or not label.isalpha() or label in linking().positions:
        return row
    if not version and mention.first and tokens.glued(mention.first - 1):  # "Cortex-A35"
        return row
    found = attach(tokens, mention.first, mention.last, names, measure=True, parsed=context.parsed)
    told = telling(mention, found, context, place)
    row.head, row.told, row.labelled, row.around = label, told.told, told.labelled, told.around
    row.degree = "minimum" if version else told.degree
    if not is_general(mention, found, context) or found.verb is None:
        return row
    row.general, row.verb = True, found.verb.lemma
    if mention.incidental == "name" and row.verb in linking().needing:  # "it needs Java 17"
        row.degree = "minimum"
    row.thing, row.modifiers = thing(mention, found, context)
    row.words, row.names = context.words, context.keys
    if found.subject is not None:
        phrase = found.subject
        key = context.entities.resolve_phrase(index, phrase.first, phrase.last).key
        row.subject = key if key != canonical_key(label) else ""  # "Python 3.9 or newer is required"
    return row
