"""factcheck: find what cannot both be right between texts on the same events.

    import factcheck
    report = factcheck.check(["a.txt", "b.html"])

Names are loaded on first use, so that importing the package costs almost nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from factcheck.checker import Checker as Checker
    from factcheck.checker import check as check
    from factcheck.checker import extract as extract
    from factcheck.errors import FactcheckError as FactcheckError
    from factcheck.errors import Problem as Problem
    from factcheck.model import Claim as Claim
    from factcheck.model import Conflict as Conflict
    from factcheck.model import Coverage as Coverage
    from factcheck.model import Document as Document
    from factcheck.model import Interval as Interval
    from factcheck.model import Period as Period
    from factcheck.model import Report as Report
    from factcheck.model import Span as Span
    from factcheck.model import Verdict as Verdict
    from factcheck.model import Wording as Wording

__version__ = "0.1.0"

_HOME = {
    **dict.fromkeys(("Checker", "check", "extract"), "factcheck.checker"),
    **dict.fromkeys(("FactcheckError", "Problem"), "factcheck.errors"),
    **dict.fromkeys(
        (
            "Claim",
            "Conflict",
            "Coverage",
            "Document",
            "Interval",
            "Period",
            "Report",
            "Span",
            "Verdict",
            "Wording",
        ),
        "factcheck.model",
    ),
}
__all__ = [*sorted(_HOME), "__version__"]  # noqa: PLE0604


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    from importlib import import_module

    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
