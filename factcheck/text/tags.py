"""One letter a token: what each word is, decided by tables and its nearest neighbours.

    D determiner   J adjective   N noun   M name   Q number   O pronoun   ' possessive   - hyphen in a word
    V finite verb  Y past or participle   K participle   G -ing form   B infinitive   A auxiliary   L modal
    P preposition  T "to" before a verb   R adverb   X negation   C and, or, but   S subordinator   W relative
    , pause        ( ) brackets   : hard break   " quotation mark

A greedy left-to-right tagger in the manner of Brill (1992): the commonest reading of a word
stands unless its neighbours speak against it.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from factcheck.data import load
from factcheck.text.tokens import Tokens
from factcheck.text.words import CONTRACTED, forms, grammar, guess, lists, noun_lemma, verb_lemma

PUNCTUATION: Final = {
    **dict.fromkeys(",–—", ","), **dict.fromkeys("([{", "("), **dict.fromkeys(")]}", ")"),
    **dict.fromkeys(":;", ":"), **dict.fromkeys("\"“”„«»'‘’`", '"'), "-": "-", "'s": "'", "’s": "'",
    ".": ".", "!": ".", "?": ".", "…": ".", "&": "C", "%": "N", "°": "N", "/": "-",
    **dict.fromkeys("$£€¥₹", "$"),
}  # fmt: skip
NOMINAL_TAGS: Final = frozenset("NMO)")
IN_PHRASE: Final = frozenset("DJQ'-")
VERB_TAGS: Final = frozenset("VYKGB")
ROUND: Final = frozenset(("dozen", "hundred", "thousand", "million", "billion", "half", "quarter"))
ARTICLES: Final = frozenset(("a", "an", "the"))
REACH: Final = 30  # tokens looked ahead or back at most
FINITE: Final = frozenset("VYKAL")
BEFORE_VERB: Final = {"H": "H", "F": "L"}  # "have", "do": what they say of the verb behind them
CLAUSAL: Final = FINITE | VERB_TAGS | frozenset("WS")
# What is the same wherever it stands: words with one tag, nouns and adverbs that are nothing else.
PLAIN: Final = {**{tag: tag for tag in 'DOSCAXRQN.,():"'}, "n": "N", "s": "N", "ns": "N", "sn": "N", "r": "R"}


@cache
def lexicon() -> dict[str, str]:
    """word -> tag (a capital or mark) when the word has one, else its readings (small letters)."""
    closed = grammar()
    table = {word: form.readings for word, form in forms().items()}
    tags = {
        "adverbs": "R", "prepositions": "P", "pronouns": "O", "determiners": "D", "subordinators": "S",
        "relatives": "W", "clausal": "P", "conjunctions": "C", "auxiliaries": "A", "have": "H", "modals": "L",
        "negations": "X", "numbers": "Q", "ordinals": "J",
    }  # fmt: skip
    for name, tag in tags.items():
        table.update(dict.fromkeys(getattr(closed, name), tag))
    table.update(PUNCTUATION)
    table["her"] = "E"  # "her team" or "told her"
    table.update(dict.fromkeys(closed.do, "F"))
    for word in closed.contracted:
        table[word] = table.get(CONTRACTED.get(word, word[:-3]), "A")
    return table


@cache
def hedges() -> dict[str, list[tuple[str, ...]]]:
    """Last word -> the hedges that end with it, longest first, without that word."""
    table: dict[str, list[tuple[str, ...]]] = {}
    for phrase in ", ".join([load("grammar")["hedge"], *load("hedges")["before"].values()]).split(", "):
        *front, last = phrase.split()
        table.setdefault(last, []).append(tuple(front))
    return {last: sorted(fronts, key=len, reverse=True) for last, fronts in table.items()}


def tag(tokens: Tokens) -> list[str]:
    """The tags of a sentence's tokens."""
    words, lower = tokens.words, tokens.lower
    codes = _codes(lower)
    _take_hedges(lower, codes)
    headline = _is_headline(words, codes)
    tags: list[str] = []
    dimension, saying = lists().dimension, lists().saying
    previous = "."  # the last tag that is no adverb, negation or quotation mark
    wanting = 0  # finite verbs that the clauses opened so far still want, but for the main one
    count = len(codes)
    for k in range(count):
        code = codes[k]
        word = words[k]
        after = codes[k + 1] if k + 1 < count else "."
        if word[0].isupper() and not headline and _is_name(word, code, k == 0):
            found = "M"
        elif code in PLAIN:
            found = PLAIN[code]
        elif code < "a":
            found = _closed(lower[k], code, previous, after, codes, k, tags)
        elif k > 1 and tags[-1] == "N" and tags[-2] in "Q-" and lower[k] in dimension and after != "-":
            found = "J"
        elif k and code == "b" and lower[k - 1] in ARTICLES:
            found = "N"  # "a refresh token": no verb in its plain form follows an article
        elif k and tags[-1] == "-":
            found = _after_hyphen(code, after)
        elif after == "-" and k + 2 < count and tokens.glued(k) and tokens.glued(k + 1):
            found = "N" if code[0] in "ns" else "J"
        else:
            found = _open(code, previous, after, codes, k, tags, wanting >= 0)
        if found == "-" and not (k and tokens.glued(k - 1) and tokens.glued(k)):
            found = ","
        if found in CLAUSAL:
            if found in FINITE and not (k and tags[-1] in "ALXR"):
                wanting -= 1
            if found in "WS" or (found in VERB_TAGS and verb_lemma(lower[k]) in saying):
                wanting += 1
        tags.append(found)
        if found not in 'RX"':
            previous = BEFORE_VERB[code] if code in BEFORE_VERB else "D" if lower[k] == "whose" else found
    if not FINITE.intersection(tags):
        _find_verb(codes, tags)
    return tags


def _find_verb(codes: list[str], tags: list[str]) -> None:
    """In a sentence without a verb, makes one of the first noun after a noun that can be one."""
    for k in range(1, len(tags) - 1):
        code = codes[k]
        plural = "s" in codes[k - 1] or tags[k - 1] in "MO"
        agrees = "z" in code or "p" in code or ("b" in code and plural)
        after_noun = tags[k - 1] in NOMINAL_TAGS or (tags[k - 1] == "," and k > 2)
        after_number = tags[k - 1] == "Q" and code[0] in "zbp"
        if tags[k] == "N" and code >= "a" and ((after_noun and agrees) or after_number):
            tags[k] = "V"
            return


def _codes(lower: list[str]) -> list[str]:
    """What the lexicon has for each word, or what its looks suggest."""
    get = lexicon().get
    return [get(word) or _looks(word) for word in lower]


def _looks(word: str) -> str:
    """The code of a word that the lexicon lacks."""
    if word[0].isdigit():
        return "Q"
    if "'" in word and word[: word.index("'")] in grammar().pronouns:
        return "O"  # "they've"
    return guess(word) or "."


def _is_headline(words: list[str], codes: list[str]) -> bool:
    """No open-class word is in small letters, so capitals say nothing."""
    capital = 0
    for word, code in zip(words, codes, strict=True):
        if code >= "a" and len(word) > 2:
            if word[0].islower():
                return False
            capital += 1
    return capital > 2


def _is_name(word: str, code: str, initial: bool) -> bool:
    if initial:
        return code >= "a" and word.lower() not in forms() and noun_lemma(word.lower()) not in forms()
    if code >= "a":
        return True
    return (len(word) > 1 and word.isupper()) or code == "L"


def _take_hedges(lower: list[str], codes: list[str]) -> None:
    """Makes the hedge before a number ("more than", "up to") part of the number."""
    table = hedges()
    for k in [k for k, code in enumerate(codes) if code in ("Q", "$")]:
        at = k
        if k and lower[k] in ROUND and lower[k - 1] == "a":
            at = k - 1  # "a dozen"
            codes[at] = "Q"
        while at and (found := table.get(lower[at - 1])):
            first = next((at - 1 - len(f) for f in found if tuple(lower[at - 1 - len(f) : at - 1]) == f), at)
            if first == at or (lower[first] == "between" and (not first or codes[first - 1] == ",")):
                break  # no hedge, or "Between 2015 and 2020, …"
            codes[first:at] = "Q" * (at - first)
            at = first


def _closed(
    word: str, code: str, previous: str, after: str, codes: list[str], k: int, tags: list[str]
) -> str:
    """The tag of a closed-class word; a few need their neighbours."""
    if code == "W":
        return _that(previous, after, tags) if word == "that" else "W"
    if word == "to":
        return "T" if _verb_follows(codes, k) else "P"
    if code == "P" and word in grammar().adverbial and _is_past(after):
        return "R"
    if code == "J":  # "had last met", "was first released"
        return "R" if (previous in NOMINAL_TAGS or previous in "AH") and _is_past(after) else "J"
    if code in "$HF":
        return "Q" if code == "$" else "A"
    if code == "'":
        return "A" if tags and tags[-1] == "O" else "'"
    if code == "L" and previous in "D'" and after not in "XR":
        return "N"  # "the will", "a can"
    if code == "E":
        return "O" if after in "QC.,:)PDA" else "D"
    return code


def _that(previous: str, after: str, tags: list[str]) -> str:
    if previous in VERB_TAGS or previous in "AHJ":
        return "S"
    if previous in NOMINAL_TAGS or previous in ",Q":
        return "W"
    return "D" if after >= "a" else "W"


def _verb_follows(codes: list[str], k: int) -> bool:
    """Whether the "to" at `k` stands before an infinitive."""
    at = k + 1
    while at < len(codes) and codes[at] in ("R", "r", "X"):
        at += 1
    code = codes[at] if at < len(codes) else "."
    if code in "AHF":
        return True
    if code < "a" or "b" not in code:
        return False
    if code[0] in "bpt" or not ("n" in code or "s" in code):
        return True
    after = codes[at + 1] if at + 1 < len(codes) else "."
    return after in "DQO$RT" or (after >= "a" and after[0] in "nsa")


def _after_hyphen(code: str, after: str) -> str:
    if after >= "a" and after[0] in "nsa" and code[0] not in "ns":
        return "J"
    return "N" if "n" in code or "s" in code else "J"


def _is_nominal(code: str) -> bool:
    """Whether the next word can go on with a noun phrase."""
    return code in "QJ$" or (code >= "a" and ("n" in code or "s" in code or "a" in code)) or code == "-"


def _open(
    code: str, previous: str, after: str, codes: list[str], k: int, tags: list[str], lacking: bool
) -> str:
    """The tag of an open-class word from its readings and its neighbours."""
    noun = "n" in code or "s" in code
    verb = _verb_tag(code)
    if verb == "G" and (after in "ALHF" or _is_past(after)):
        return "N"
    if not verb:
        closing = previous == "N" and (after in "ALHF" or _is_past(after))  # "a guest token is"
        headless = closing or ((previous == "P" or previous in IN_PHRASE) and not _is_nominal(after))
        adjective = "a" in code and not headless and _prefers_adjective(code, after)
        return "N" if noun and not adjective else _modifier(code, noun)
    if previous in IN_PHRASE:
        if (
            previous == "Q"
            and code[0] in "bzp"
            and (_is_nominal(after) or after == "D")
            and _is_money(codes, k)
        ):
            return verb
        if previous == "Q" and not noun and code[0] in "pt" and not _is_nominal(after):
            return "Y" if "p" in code else "K"
        if noun and not ("a" in code and (code[0] in "atgb" and _is_nominal(after))):
            if code[0] in "bzp" and previous in "QJ" and after in "DQO$":
                return verb
            return "N"
        if verb == "G" and previous == "D" and after in "DQO$":
            return "G"  # "two lorries, each carrying 9 tonnes"
        return "J" if "a" in code or "t" in code or "g" in code else verb
    if previous in "P":
        if "g" in code and (after in "DQO$P" or not noun):
            return "G"
        if noun and (code[0] != "a" or not _is_nominal(after)):
            return "N"
        return "J" if "a" in code or verb in "YK" else "G" if verb == "G" else "N"
    if previous == "T":
        return "B" if "b" in code else "N" if noun else verb
    if previous in "LAH":
        return _after_auxiliary(code, noun, verb, previous)
    if not noun and "a" not in code:
        return verb
    if previous in NOMINAL_TAGS:
        return _after_nominal(code, noun, verb, previous, after, codes, k, tags, lacking)
    if previous == "W":
        return verb if verb in "VY" else "N" if noun else "J"
    if previous in VERB_TAGS:
        if code[0] == "g" and after in "DQO$":
            return "G"
        return "N" if noun and code[0] != "a" else verb if code[0] in "tg" and not _is_nominal(after) else "J"
    if previous == "C" and verb and after in "DQO$":
        return "B" if "B" in tags[-12:] and verb == "V" and "b" in code else verb
    if previous in ",)" and after in "DQO$" and (code[0] == "a" or lacking):
        return verb
    if code[0] in "bzptg":
        return verb if after in "DQO$PT,." or not noun else "N" if not _is_nominal(after) else verb
    return "N" if code[0] in "ns" else "J" if "a" in code else verb


def _is_money(codes: list[str], k: int) -> bool:
    """Whether the number before `k` has a currency sign: it counts nothing more."""
    at = k - 1
    while at > 0 and codes[at] == "Q":
        at -= 1
    return codes[at] == "$" and (not at or codes[at - 1] != "D")


def _prefers_adjective(code: str, after: str) -> bool:
    return code[0] == "a" or (after >= "a" and after[0] in "ns" and code[0] not in "ns")


def _modifier(code: str, noun: bool) -> str:
    return "J" if "a" in code else "R" if "r" in code else "N"


def _verb_tag(code: str) -> str:
    """V, Y, K, G or B: the strongest verbal reading, "" for none."""
    if "p" in code:
        return "Y" if "t" in code else "V"
    if "z" in code or "b" in code:
        return "V"
    return "K" if "t" in code else "G" if "g" in code else ""


def _after_auxiliary(code: str, noun: bool, verb: str, previous: str) -> str:
    if previous == "L":
        return "V" if "b" in code else "N" if noun else "J"
    if "t" in code and (code[0] != "a" or previous == "H"):
        return "K"
    if "g" in code:
        return "G"
    if "a" in code:
        return "J"
    return "N" if noun else verb


def _is_counted(tags: list[str]) -> bool:
    """Whether the open noun phrase starts with a number."""
    for t in reversed(tags[-REACH:]):
        if t == "Q":
            return True
        if t not in "NJM-R":
            return False
    return False


def _after_nominal(
    code: str,
    noun: bool,
    verb: str,
    previous: str,
    after: str,
    codes: list[str],
    k: int,
    tags: list[str],
    lacking: bool,
) -> str:
    """A word behind a noun phrase: its verb, or more of the phrase."""
    if not noun:  # adjective or verb: "injured", "open"
        return verb if code[0] != "a" or after in "DQO$P" or _is_nominal(after) else "J"
    if previous == "O":
        return verb
    if verb == "G":
        return "G" if after in "DQO$" or (code[0] == "g" and after == "P") else "N"
    if after in "DQO$":
        return verb
    if after in "ALHF" or _is_past(after):
        return "N"
    if code[0] in "zpt":
        return verb
    # "reports" is a noun first: a verb when it agrees with the noun before and none else is there
    plural = codes[k - 1] >= "a" and codes[k - 1][0] == "s"
    if not plural and "s" in code and (_is_counted(tags) or (after >= "a" and "b" in after)):
        return "N"  # "36 league games", "rescue teams hope"
    agrees = "p" in code or ("b" in code if plural else "z" in code)
    if code[0] == "b":
        return verb if agrees else "N"  # "rebels call", "a phone call"
    return verb if agrees and lacking and not _verb_ahead(codes, k + 1) else "N"


def _is_past(code: str) -> bool:
    """Whether a word is a finite verb before all else, or a form in -ed."""
    return code >= "a" and (code[0] in "pzb" or (code[0] == "t" and "p" in code))


def _verb_ahead(codes: list[str], k: int) -> bool:
    """Whether a word that is a verb before all else follows before the next pause."""
    before = ""
    for code in codes[k : k + REACH]:
        if code in "ALHF" or (_is_past(code) and not (code[0] == "b" and before == "P")):
            return True
        before = code
        if code in ",.:SWC(":
            return False
    return False
