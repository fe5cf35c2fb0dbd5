"""A folder that keeps what was read of unchanged documents.

An entry is one file for each document, named by its source, so that a changed document replaces it.
It is JSON, never a pickle, and holds for one key only: the bytes it was made of, the options, and
everything of this program and of its libraries that decides what is read. An entry that is broken,
belongs to another user, or was made of something else is made anew, and so is one that two runs write
at once: a file appears whole or not at all.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from functools import cache
from hashlib import blake2b
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from tempfile import mkstemp
from typing import Any

from factcheck.claims.reading import Reading
from factcheck.claims.row import Row
from factcheck.codec import codec, parts
from factcheck.errors import Problem
from factcheck.model import Claim, Document, Report

LIBRARIES = ("nupunkt", "regex", "pint", "markdown-it-py", "trafilatura", "lxml", "rapidfuzz", "spacy")
SUFFIXES = (".py", ".yaml", ".tsv")
# Formats that are read faster than an entry is.
PLAIN = ("txt", "jsonl")
TAG = "CACHEDIR.TAG"  # tells backup programs to leave the folder out: https://bford.info/cachedir/
SIGNATURE = "Signature: 8a477f597d28d172789f06886806bc55\n# This folder can be deleted at any time.\n"
BROKEN = (OSError, ValueError, TypeError, LookupError, AttributeError, ArithmeticError, RecursionError)

Item = Document | Problem


class Cache:
    """Entries in `folder`; `options` are those of a run that change what is read of a document."""

    def __init__(self, folder: str | Path, *options: str | None) -> None:
        self.folder = Path(folder)
        self._made_by = _digest(program().encode(), repr(options).encode())
        self._place = str(Path.cwd()).encode("utf-8", "surrogateescape")

    def documents(self, form: str, raw: bytes, source: str, read: Callable[[], Iterable[Item]]) -> list[Item]:
        """What `read` gives for the bytes of a file."""
        if form in PLAIN:
            return list(read())
        name = self._name("file", source)
        key = _digest(self._made_by, form.encode(), raw)
        data = self._get(name, key)
        if data is not None:
            try:
                return [_item(*entry) for entry in data]
            except BROKEN:
                pass
        made = list(read())
        self._put(name, key, [_packed_item(item) for item in made])
        return made

    def reading(self, document: Document, read: Callable[[], Reading]) -> Reading:
        """What `read` gives for a document."""
        name = self._name("reading", document.id)
        key = _digest(self._made_by, *_content(document))
        data = self._get(name, key)
        if data is not None:
            try:
                return _unpacked(document, *data)
            except BROKEN:
                pass
        made = read()
        self._put(name, key, _packed(made))
        return made

    def knows(self, document: Document) -> bool:
        """Whether there is an entry for a document as it is now; a broken one counts too."""
        name, key = self._name("reading", document.id), _digest(self._made_by, *_content(document))
        try:
            with (self.folder / name[:2] / name).open("rb") as file:
                return file.readline().split(b" ")[1:2] == [key.hex().encode()]
        except OSError:
            return False

    def report(
        self, name: str, documents: Sequence[Document], *told: str, make: Callable[[], Report]
    ) -> Report:
        """What `make` gives for documents under everything `told`; the last one of each `name` is kept."""
        from factcheck.reportcodec import packed, unpacked

        place = self._name("report", name)
        content = [
            part
            for each in documents
            for part in (*_content(each), repr((each.comments, each.origin)).encode())
        ]
        key = _digest(self._made_by, *(word.encode("utf-8", "surrogatepass") for word in told), *content)
        data = self._get(place, key)
        if data is not None:
            try:
                return unpacked(documents, *data)
            except BROKEN:
                pass
        made = make()
        self._put(place, key, packed(made))
        return made

    def _name(self, kind: str, source: str) -> str:
        return _digest(kind.encode(), self._place, source.encode("utf-8", "surrogatepass")).hex()

    def _get(self, name: str, key: bytes) -> Any:
        """The data of an entry; None when there is none that is sound, ours and of this key."""
        try:
            with (self.folder / name[:2] / name).open("rb") as file:
                if os.fstat(file.fileno()).st_uid != _user():
                    return None
                head, payload = file.readline(), file.read()
            return json.loads(payload) if head == _head(key, payload) else None
        except BROKEN:
            return None

    def _put(self, name: str, key: bytes, data: Any) -> None:
        """Writes an entry; a folder that cannot be written only costs time."""
        payload = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        folder = self.folder / name[:2]
        try:
            if not folder.is_dir():
                folder.mkdir(parents=True, exist_ok=True)
                (self.folder / TAG).write_text(SIGNATURE, encoding="utf-8")
            handle, made = mkstemp(dir=folder, prefix="new-")
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(_head(key, payload) + payload)
                Path(made).replace(folder / name)
            except BaseException:
                Path(made).unlink(missing_ok=True)
                raise
        except OSError:
            return


class Memory:
    """The readings of the last run, for a program that reads the same texts again and again; `below` is
    asked for what is not here. An entry is replaced when its document has changed."""

    def __init__(self, below: Cache | None = None) -> None:
        self._below = below
        self._readings: dict[str, tuple[Document, Reading]] = {}

    def documents(self, form: str, raw: bytes, source: str, read: Callable[[], Iterable[Item]]) -> list[Item]:
        """What `read` gives for the bytes of a file."""
        return list(read()) if self._below is None else self._below.documents(form, raw, source, read)

    def reading(self, document: Document, read: Callable[[], Reading]) -> Reading:
        """What `read` gives for a document."""
        kept = self._readings.get(document.id)
        if kept is not None and kept[0] == document:
            return kept[1]
        made = read() if self._below is None else self._below.reading(document, read)
        self._readings[document.id] = document, made
        return made

    def knows(self, document: Document) -> bool:
        """Whether a document is here as it is now, or below."""
        kept = self._readings.get(document.id)
        if kept is not None and kept[0] == document:
            return True
        return self._below is not None and self._below.knows(document)


def made(folder: str | Path | bool, attach: str, units: str = "") -> Cache:
    """The cache in a folder, True for the user's own, of what is read by these settings."""
    return Cache(user_folder() if folder is True else str(folder), attach, *([units] if units else []))


def user_folder() -> Path:
    """The folder for caches of this user and system, FACTCHECK_CACHE before it."""
    given = os.environ.get("FACTCHECK_CACHE")
    if given:
        return Path(given)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "factcheck"


@cache
def program() -> str:
    """A digest of all code and data of this package, with the versions of what it reads with."""
    package = Path(__file__).parent
    made = blake2b(sys.version.encode(), digest_size=32)
    for name in LIBRARIES:
        try:
            made.update(f"{name} {version(name)}\n".encode())
        except PackageNotFoundError:
            made.update(f"{name} none\n".encode())
    for file in sorted(package.rglob("*")):
        if file.suffix in SUFFIXES:
            made.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    return made.hexdigest()


def _packed_item(item: Item) -> tuple[str, Any]:
    kind: Any = type(item)
    return kind.__name__, codec(kind).pack(item)  # type: ignore[misc]


def _item(name: str, data: Any) -> Item:
    kind: Any = {"Document": Document, "Problem": Problem}[name]
    item: Item = codec(kind).unpack(data)  # type: ignore[misc]
    return item


def _content(document: Document) -> tuple[bytes, ...]:
    """All of a document that its reading can depend on."""
    about = (
        document.id,
        document.source,
        document.title,
        document.published,
        document.url,
        document.language,
    )
    zones = [(zone.start, zone.end, zone.kind, zone.level) for zone in document.zones]
    told = repr((about, sorted(document.meta.items()), zones))
    return told.encode("utf-8", "surrogatepass"), document.text.encode("utf-8", "surrogatepass")


@cache
def _codecs() -> tuple[Any, Any, Any, list[str]]:
    """Of claims, of rows without their claims, of the rest of a reading; and the names of a row's fields."""
    row = parts(Row, "claim", "restated")
    rest = parts(Reading, "document", "claims", "rows")
    return codec(Claim), row, rest, [field.name for field in fields(Row)]


def _packed(reading: Reading) -> list[Any]:
    """A reading without its document; rows name their claims by number."""
    claim, row, rest, _ = _codecs()
    numbers = {id(each): number for number, each in enumerate(reading.claims)}
    claims = list(reading.claims)

    def number(wanted: Claim) -> int:
        if id(wanted) not in numbers:
            numbers[id(wanted)] = len(claims)
            claims.append(wanted)
        return numbers[id(wanted)]

    rows = [
        [number(each.claim), [number(other) for other in each.restated], row.pack(each)]
        for each in reading.rows
    ]
    return [[claim.pack(each) for each in claims], len(reading.claims), rows, rest.pack(reading)]


def _unpacked(document: Document, packed: Any, listed: int, rows: Any, others: Any) -> Reading:
    """The reading again; its document has the date that the reading found in the text."""
    claim, row, rest, names = _codecs()
    claims = [claim.unpack(each) for each in packed]
    first, last = names.index("claim"), names.index("restated")
    made: list[Row] = []
    for number, restated, values in rows:
        given = row.unpack(values)
        given.insert(first, claims[number])
        given.insert(last, tuple(claims[each] for each in restated))
        made.append(Row(*given))
    reading = Reading(document, tuple(claims[:listed]), tuple(made), *rest.unpack(others))
    return replace(reading, document=replace(document, published=reading.profile.published))


def _head(key: bytes, payload: bytes) -> bytes:
    return f"factcheck {key.hex()} {_digest(payload).hex()}\n".encode()


def _digest(*parts_of: bytes) -> bytes:
    made = blake2b(digest_size=20)
    for part in parts_of:
        made.update(len(part).to_bytes(8, "big") + part)
    return made.digest()


def _user() -> int:
    """The user's number; 0 on systems without, as their files have."""
    return os.getuid() if hasattr(os, "getuid") else 0
