"""Which version of a product a page or a part of it is of: "Version 2.4", "5.12.0 (2025-05-02)", "v2/".

What a changelog says of one version need not be so of the next one. The headings above say it, else the name
of the file or of a folder.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from factcheck.claims.phrasing import releases
from factcheck.kinds.numbers.locators import WORDS as LOCATORS
from factcheck.text.tokens import Tokens

WORDY: Final = 3  # letters of a word
YEAR: Final = 1000  # "2025.01.02" is a day
WORD: Final = re.compile(r"[^\W\d_]+")
VERSION: Final = re.compile(r"(?<![\w.])v?(\d{1,4}(?:\.(?:\d{1,4}|x\b))+)(?!\w*[.\d]\d)", re.ASCII)
# How the name of a file or folder ends: "v2", "changelog-4.1", "changes_4_1"; not a day: "2025.01.02".
IN_NAME: Final = re.compile(
    r"(?:^|[^a-z\d])v(\d{1,3}(?:[._]\d{1,3})*)$"
    r"|(?<![\d.])(?<!\d_)(\d{1,3}(?:[._](?:\d{1,3}|x))+)$"
)


def of_heading(tokens: Tokens) -> str:
    """The version that a heading names, "" for none: its only number with points, or else its only number.
    None counts headings ("2.4 Installation", "Step 3"), and several ("From 2.4 to 3.0") say none."""
    line = tokens.text[tokens.starts[0] : tokens.ends[-1]] if tokens.size else ""
    found = [match for match in VERSION.finditer(line) if int(match[1].split(".")[0]) < YEAR]
    if not found:
        return _number(tokens)
    before = WORD.findall(line[: found[0].start()].lower())
    behind = line[found[0].end() :].split(maxsplit=1)[:1]
    word = WORD.match(behind[0].lower()) if behind else None
    counts = word is not None and len(word[0]) >= WORDY and word[0] not in releases()
    if len(found) > 1 or (before[-1] in LOCATORS if before else counts):
        return ""
    return found[0][1]


def of_path(path: str) -> str:
    """The version that a file's name tells, or else its innermost folder that does, "" for none:
    "changelog-4.1.md", "whatsnew/5.6.rst", "docs/v2/". A number that a file's name is all of is a chapter's
    elsewhere."""
    pure = PurePosixPath(path)
    name, folders = pure.stem if pure.suffix[1:].isalpha() else pure.name, pure.parts[:-1]
    listed = bool(folders) and not releases().isdisjoint(WORD.findall(folders[-1].lower()))
    if (WORD.search(name) or listed) and (found := _of_name(name)):
        return found
    return next((found for folder in reversed(folders) if (found := _of_name(folder))), "")


def _of_name(name: str) -> str:
    match = IN_NAME.search(name.lower())
    return (match[1] or match[2]).replace("_", ".") if match else ""


def _number(tokens: Tokens) -> str:
    """The only number of a heading as written, if a word stands before it or nothing does besides."""
    numbers = [at for at, word in enumerate(tokens.lower) if word[0].isdecimal()]
    for at in numbers if len(numbers) == 1 else ():
        alone = not any(len(other) >= WORDY and other.isalpha() for other in tokens.lower)
        named = at > 0 and tokens.lower[at - 1].isalpha() and tokens.lower[at - 1] not in LOCATORS
        return (
            tokens.text[tokens.starts[at] : tokens.ends[-1]].split()[0].rstrip(":,;.)")
            if alone or named
            else ""
        )
    return ""
