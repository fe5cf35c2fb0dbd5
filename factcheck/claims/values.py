"""`Values`: the values of one sentence, whatever they are of."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.kinds.mention import Mention
from factcheck.model import Period
from factcheck.text.kept import Keeps, kept


class Values(Keeps):
    """The values of one sentence in its order; everything is computed when first asked for."""

    mentions: Sequence[Mention]

    @kept
    def dated(self) -> tuple[Mention, ...]:
        """The dates among the mentions."""
        return tuple(mention for mention in self.mentions if isinstance(mention.value, Period))

    @kept
    def covered(self) -> frozenset[int]:
        """The tokens of values."""
        return frozenset(at for mention in self.mentions for at in range(mention.first, mention.last))

    @kept
    def only_lengths(self) -> bool:
        """Whether all times of the sentence are lengths ("within 30 days", "every 24 hours")."""
        found = [mention for mention in self.mentions if mention.kind == "duration"]
        lengths = {mention.first for mention in found}
        lengths |= {
            mention.first - 1 for mention in found if (mention.scope or {}).get("per") == "recurrence"
        }
        return lengths.issuperset(mention.first for mention in self.dated)
