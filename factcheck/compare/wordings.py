"""One quotation in two wordings: which quotations are the same utterance, and is it drift?

What editors do to a quotation without changing it is no drift: leaving out (an ellipsis, the
beginning, the end), adding in brackets, typography, capitals. What is left is compared word by word.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

import regex

from factcheck.claims.nouns import synonym
from factcheck.text.words import REMEMBERED, noun_lemma, small_words, verb_lemma

FEWEST_WORDS = 5  # shorter quotations are too short to tell drift from another remark
SHARED_CONTENT = 3  # content words, in order, that two wordings of one utterance share at least
CROWD = 50  # quotations with a word that says nothing of a common utterance
BRIEF = 10  # words of a short remark, of one speaker …
SHARED_BRIEF = 2  # … content words, in order, that its two wordings share …
SHARE_BRIEF = 0.4  # … and their share of all words of the longer one
BEGUN = 5  # words that one sentence begins with in two wordings …
BEGUN_SAYING = 3  # … or so many, one of which says what it is about …
SENTENCE = 20  # … of so many words at most
SHARE_NAMED = 0.4  # of the shorter one's content words, where the speaker is the same
SHARE_UNKNOWN = 0.7  # where a speaker is not known
ANYTHING = frozenset(  # words that any remark may begin with
    "believe feel get give go have hope know let like make mean need say see take tell think try want".split()
)
RESTRICTING = frozenset(("except", "unless"))  # behind what was said without them
SHARE_TURNED = 0.6  # of the shorter one's, in any order
DENYING = frozenset(("no", "not", "never"))
SLIGHT = DENYING | {"a", "an", "any", "the"}  # words that a denial puts in or takes out
BRACKETED = regex.compile(r"\[[^\]]*\]|\([^)]*\)")
OMITTED = regex.compile(r"\[\s*(?:\.{2,}|…|\. \. \.)\s*\]")
ELLIPSIS = regex.compile(r"\.{2,}|…|\. \. \.")
WORD = regex.compile(r"[\p{L}\p{N}]+(?:['’][\p{L}]+)?")


class Utterance(NamedTuple):
    """A quotation prepared for comparison: `words` in lower case, `content` the lemmas that carry it
    (synonyms made one),
    `names` its capitalised words (in lower case) but for the first."""

    words: tuple[str, ...]
    content: tuple[str, ...]
    pieces: tuple[tuple[str, ...], ...]
    names: frozenset[str] = frozenset()


class Alignment(NamedTuple):
    """How two utterances relate: same words, a part of one another, drift, or different remarks."""

    relation: str  # same | part | drift | different
    share: float


@lru_cache(REMEMBERED)
def utterance(quotation: str) -> Utterance:
    """The words of a quotation without typography, brackets and case."""
    text = BRACKETED.sub(" ", OMITTED.sub(" … ", quotation))
    pieces = tuple(tuple(_words(piece)) for piece in ELLIPSIS.split(text) if piece.strip())
    words = tuple(word for piece in pieces for word in piece)
    names = {
        match.group().lower()
        for match in WORD.finditer(text)
        if match.start() and match.group()[0].isupper() and len(match.group()) > 1
    }
    return Utterance(words, tuple(_content(words)), pieces, frozenset(names))


def _words(text: str) -> list[str]:
    return [match.group().lower().replace("’", "'") for match in WORD.finditer(text)]


def _content(words: Iterable[str]) -> list[str]:
    return [
        synonym(word) or verb_lemma(word) or noun_lemma(word)
        for word in words
        if word not in small_words() and len(word) > 1
    ]


def align(a: Utterance, b: Utterance, same_speaker: bool) -> Alignment:
    """Whether two quotations are one utterance, and whether its wording changed."""
    if not a.words or not b.words:
        return Alignment("different", 0.0)
    if a.words == b.words:
        return Alignment("same", 1.0)
    if _restricts(a, b) or _restricts(b, a) or _denies(a, b) or _denies(b, a):
        return Alignment("drift", 1.0)
    if _holds(a, b) or _holds(b, a):
        return Alignment("part", 1.0)
    if min(len(a.words), len(b.words)) < FEWEST_WORDS:
        return Alignment("different", 0.0)
    matcher = SequenceMatcher(None, a.content, b.content, autojunk=False)
    common = sum(block.size for block in matcher.get_matching_blocks())
    shorter = min(len(a.content), len(b.content))
    share = common / shorter if shorter else 0.0
    enough = SHARE_NAMED if same_speaker else SHARE_UNKNOWN
    alike = same_speaker and (_are_brief(a, b) or _begin_alike(a, b))
    few = SHARED_BRIEF if alike else SHARED_CONTENT
    if common < few or share < enough:
        begun = same_speaker and (_goes_on_otherwise(a, b) or _turns_round(a, b))
        return Alignment("drift" if begun else "different", share)
    return Alignment("same" if _only_names(a, b) else "drift", share)


def _restricts(whole: Utterance, part: Utterance) -> bool:
    """Whether one remark restricts what the other one says at large: "on every floor", "… except one"."""
    size = len(part.words)
    begun = FEWEST_WORDS <= size < len(whole.words) and whole.words[:size] == part.words
    return begun and whole.words[size] in RESTRICTING


def _goes_on_otherwise(a: Utterance, b: Utterance) -> bool:
    """Whether two short remarks begin with one thing and go on with two: "we are late, and …"."""
    words = min(len(a.words), len(b.words)), max(len(a.words), len(b.words))
    return opening(a) == opening(b) != "" and words[0] >= FEWEST_WORDS and words[1] <= SENTENCE


def _turns_round(a: Utterance, b: Utterance) -> bool:
    """Whether two short remarks say much the same words in another order: "we have the ship, but no crew",
    "we have the crew; what we lack is the ship"."""
    one, two = (set(each.content) - ANYTHING for each in (a, b))
    short = max(len(a.words), len(b.words)) <= SENTENCE
    return short and len(one & two) >= max(SHARED_BRIEF, SHARE_TURNED * min(len(one), len(two)))


def opening(said: Utterance) -> str:
    """The words that a remark begins with, "" where they could begin any."""
    begun = said.words[:BEGUN_SAYING]
    return "" if ANYTHING.issuperset(_content(begun)) else " ".join(begun)


def _denies(whole: Utterance, part: Utterance) -> bool:
    """Whether one remark denies what another one says in the same words: "there was no alarm in that room",
    "there was an alarm in that room, and it did not ring"."""
    bare, said = (tuple(word for word in each.words if word not in SLIGHT) for each in (whole, part))
    at = _find(bare, said, 0) if len(said) >= FEWEST_WORDS - 1 else -1
    if at < 0:
        return False
    places = [place for place, word in enumerate(whole.words) if word not in SLIGHT]
    stretch = whole.words[places[at] : places[at + len(said) - 1] + 1]
    return DENYING.isdisjoint(stretch) != DENYING.isdisjoint(part.words)


def _are_brief(a: Utterance, b: Utterance) -> bool:
    """Whether two short remarks are built alike, word by word."""
    longer = max(len(a.words), len(b.words))
    if longer > BRIEF:
        return False
    blocks = SequenceMatcher(None, a.words, b.words, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) >= SHARE_BRIEF * longer


def _begin_alike(a: Utterance, b: Utterance) -> bool:
    """Whether two sentences begin in the same words: what the rest is, was said once."""
    return a.words[:BEGUN] == b.words[:BEGUN] and max(len(a.words), len(b.words)) <= SENTENCE


def _only_names(a: Utterance, b: Utterance) -> bool:
    """Whether the wordings differ in the spelling of names and in small words only (IS for Daesh)."""
    matcher = SequenceMatcher(None, a.content, b.content, autojunk=False)
    named = a.names | b.names
    return (
        all(
            tag == "equal" or all(word in named for word in (*a.content[i:i_end], *b.content[j:j_end]))
            for tag, i, i_end, j, j_end in matcher.get_opcodes()
        )
        and a.content != b.content
    )


def _holds(whole: Utterance, part: Utterance) -> bool:
    """Whether every piece of `part` stands in `whole`, in order, word for word."""
    at = 0
    for piece in part.pieces:
        at = _find(whole.words, piece, at)
        if at < 0:
            return False
        at += len(piece)
    return True


def _find(words: Sequence[str], piece: Sequence[str], start: int) -> int:
    size = len(piece)
    return (
        next(
            (
                i
                for i in range(start, len(words) - size + 1)
                if words[i] == piece[0] and tuple(words[i : i + size]) == tuple(piece)
            ),
            -1,
        )
        if size
        else start
    )


def candidates(
    quotations: Sequence[tuple[int, str, Utterance]], refused: Counter[str]
) -> list[tuple[int, int]]:
    """Pairs of quotations of different documents that share two content words, or one that both begin with.

    `quotations[i]` is (document, speaker key, utterance). Words in many quotations bring nobody
    together: a pair needs one that stands in few. `refused` counts under `crowd` what such words join.
    """
    where: dict[str, list[int]] = defaultdict(list)
    for number, (_, _, said) in enumerate(quotations):
        for word in sorted({*said.content, opening(said)} - {""}):
            where[word].append(number)
    shared: dict[tuple[int, int], int] = defaultdict(int)
    for numbers in where.values():
        if len(numbers) > CROWD:
            sizes = Counter(quotations[number][0] for number in numbers).values()
            refused["crowd"] += (len(numbers) ** 2 - sum(size**2 for size in sizes)) // 2
            continue
        for place, i in enumerate(numbers):
            for j in numbers[place + 1 :]:
                if quotations[i][0] != quotations[j][0]:
                    shared[i, j] += 1
    return sorted(pair for pair, common in shared.items() if common >= min(2, SHARED_CONTENT))
