"""The server of the review page: a few routes over a view and the log. Every page has a `.json` twin."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from starlette.routing import Route

from factcheck.decisions import MADE, REASONS, Decision
from factcheck.errors import FactcheckError
from factcheck.outputs._standings import render
from factcheck.record import conflict_record
from factcheck.rulebook.rule import Rule
from factcheck.standing import AgainstReport
from factcheck.web import ledger, pages
from factcheck.web.filters import select
from factcheck.web.live import Live
from factcheck.web.log import Wish
from factcheck.web.overview import overview
from factcheck.web.security import Guard, TooLarge, body
from factcheck.web.view import View

LOOKS = 0.15  # seconds between looks at what has changed, for each open page
LEDGERS = {"json": "application/json", "csv": "text/csv", "markdown": "text/markdown", "html": "text/html"}
QUIET = 15.0  # seconds after which an unchanged page is told so, to notice when it has gone


class Review:
    """The answers to all requests. `who` decides unless the page says otherwise."""

    def __init__(self, live: Live, who: str, rules: Callable[[], Iterable[Rule]]) -> None:
        self._live = live
        self._who = who
        self._rules = rules
        self._known_rules: dict[str, Rule] | None = None
        self._lock = threading.Lock()
        self._rows: tuple[View | None, Any] = (None, "")
        self._links = pages.Links()

    def routes(self) -> list[Route]:
        """All addresses."""
        return [
            Route("/", self.start),
            Route("/findings", self.findings),
            Route("/findings.json", self.findings_json),
            Route("/finding/{key}.json", self.finding_json),
            Route("/finding/{key}", self.findings),
            Route("/overview", self.overview),
            Route("/overview.json", self.overview_json),
            Route("/ledger", self.ledger),
            Route("/ledger.{form}", self.ledger_as),
            Route("/rule/{key:path}.json", self.rule_json),
            Route("/rule/{key:path}", self.rule),
            Route("/document", self.document),
            Route("/document.json", self.document_json),
            Route("/part/finding/{key}", self.part_finding),
            Route("/part/document", self.part_document),
            Route("/part/list", self.part_list),
            Route("/log.json", self.log_json),
            Route("/events", self.events),
            Route("/decide", self.decide, methods=["POST"]),
            Route("/static/{name}", self.static),
        ]

    # ---- pages

    def start(self, request: Request) -> Response:
        """To the findings that wait for a decision."""
        return RedirectResponse("/findings?status=open&status=reopened", 303)

    def findings(self, request: Request) -> Response:
        """The list and one finding beside it; while the texts are still read, how far that is."""
        revision = self._live.revision  # before the view: a later one is asked for again
        view = self._live.view
        if view is None:
            return HTMLResponse(pages.page("reading.html", self._links, failure=self._live.failure))
        found = pages.page(
            "workspace.html",
            self._links,
            rows=self._rendered(view),
            index=pages.index(self._live, view, revision),
            log=pages.tail(self._live.log),
            problems=[str(problem) for problem in self._live.problems()],
            who=self._who,
            report="",
            others=(),
        )
        key = request.path_params.get("key")
        return HTMLResponse(found, 404 if key and key not in view.conflicts else 200)

    def findings_json(self, request: Request) -> Response:
        """The findings that the address asks for, with the decision on each."""
        view, held, reopened = self._view(), self._live.held(), self._live.reopened()
        asked = {name: request.query_params.getlist(name) for name in request.query_params}
        found = select(view.rows, held, reopened, asked)
        listed = [{**_record(view, row["id"], held, reopened), "priority": row["priority"]} for row in found]
        return JSONResponse({"count": len(listed), "findings": listed})

    def finding_json(self, request: Request) -> Response:
        """One finding with every line of the log on it."""
        view, key = self._view(), request.path_params["key"]
        record = _record(view, self._known(view, key), self._live.held(), self._live.reopened())
        return JSONResponse({**record, "log": [pages.line(line) for line in self._live.log.on(key)]})

    def overview(self, request: Request) -> Response:
        """The matrix and the strips."""
        return self._page("overview_page.html", here="overview", **overview(self._view()))

    def overview_json(self, request: Request) -> Response:
        """The same as values."""
        return JSONResponse(_plain(overview(self._view())))

    def rule(self, request: Request) -> Response:
        """What a rule judges, why, and its examples."""
        return self._page("rule_page.html", rule=self._rule(request))

    def rule_json(self, request: Request) -> Response:
        """The same as values."""
        return JSONResponse(self._rule(request).model_dump(mode="json", exclude={"source"}))

    def document(self, request: Request) -> Response:
        """A whole text with every value of a finding marked."""
        return self._page("document_page.html", document=self._document(request))

    def document_json(self, request: Request) -> Response:
        """The same as values."""
        return JSONResponse(_plain(self._document(request)))

    def ledger(self, request: Request) -> Response:
        """Every claim of a text with its standing; without a text, how many of each there are in all."""
        view, report = self._standings()
        key = request.query_params.get("id")
        if key is None:
            lines = ledger.index(report, view.names)
            counts = ledger.counts(list(report.standings))
            return self._page("ledger_page.html", here="ledger", lines=lines, counts=counts)
        if key not in {document.id for document in report.documents}:
            raise HTTPException(404, "there is no such text among the inputs")
        found = ledger.page(report, key, view.text(key), view.names)
        only = request.query_params.get("status", "")
        return self._page("ledger_text_page.html", here="ledger", page=found, only=only)

    def ledger_as(self, request: Request) -> Response:
        """The same as `factcheck ledger --format …` prints it."""
        _, report = self._standings()
        form, key = request.path_params["form"], request.query_params.get("id")
        if form not in LEDGERS:
            raise HTTPException(404, f"there is no such format; there are: {', '.join(LEDGERS)}")
        try:
            text = render(report if key is None else ledger.only(report, key), form)
        except KeyError:
            raise HTTPException(404, "there is no such text among the inputs") from None
        name = f"ledger.{'md' if form == 'markdown' else form}"
        headers = {} if form == "json" else {"Content-Disposition": f'attachment; filename="{name}"'}
        return Response(text, media_type=LEDGERS[form], headers=headers)

    # ---- parts that the page asks for

    def part_finding(self, request: Request) -> Response:
        """The evidence of a finding."""
        view = self._view()
        found = view.finding(self._known(view, request.path_params["key"]))
        return HTMLResponse(pages.page("finding.html", self._links, finding=found))

    def part_document(self, request: Request) -> Response:
        """The paragraphs of a text."""
        return HTMLResponse(pages.page("document.html", self._links, document=self._document(request)))

    def part_list(self, request: Request) -> Response:
        """The list after the texts have changed."""
        revision, view = self._live.revision, self._view()
        made = pages.index(self._live, view, revision)
        return JSONResponse({"revision": revision, "rows": str(self._rendered(view)), "index": made})

    def log_json(self, request: Request) -> Response:
        """The lines of the log from number `from` on."""
        asked = request.query_params
        epoch, start = _number(asked.get("epoch"), -1), _number(asked.get("from"), 0)
        return JSONResponse(pages.tail(self._live.log, epoch, max(0, start)))

    async def events(self, request: Request) -> Response:
        """A stream of what has changed, as long as the page is open."""
        return StreamingResponse(self._changes(request), media_type="text/event-stream")

    def static(self, request: Request) -> Response:
        """A file of the page itself."""
        name = request.path_params["name"]
        try:
            text = pages.static(name)
        except KeyError:
            raise HTTPException(404, "there is no such page") from None
        return Response(text, media_type=pages.TYPES[name.rpartition(".")[2]])

    # ---- deciding

    async def decide(self, request: Request) -> Response:
        """Writes decisions, all or none; 409 with what others have decided in the meantime."""
        try:
            wishes, epoch, start = self._wishes(json.loads(await body(request)))
        except TooLarge:
            raise HTTPException(413, "too much at once") from None
        except KeyError:
            raise HTTPException(410, "the finding is gone: its values have changed") from None
        except (ValueError, TypeError, AttributeError, RecursionError) as error:
            raise HTTPException(400, f"no decision: {error}") from None
        try:
            clashes = await run_in_threadpool(self._live.decide, wishes)
        except FactcheckError as error:
            raise HTTPException(507, str(error)) from None
        answer: dict[str, Any] = {"tail": pages.tail(self._live.log, epoch, start)}
        if clashes:
            answer["clashes"] = [(key, pages.line(held)) for key, held in clashes.items()]
        return JSONResponse(answer, 409 if clashes else 200)

    def _wishes(self, asked: Any) -> tuple[list[Wish], int, int]:
        """The decisions of a request; KeyError for a finding that is gone, ValueError for nonsense."""
        self._view()
        who = " ".join(_text(asked, "who").split()) or self._who
        wishes = []
        for each in asked.get("decisions", ()):
            verdict, reason = _text(each, "verdict"), _text(each, "reason")
            if verdict not in MADE:
                raise ValueError("unknown verdict")
            if (reason in REASONS) != (verdict == "not-a-conflict") or (reason and reason not in REASONS):
                raise ValueError("“not-a-conflict”, and only that, needs a reason")
            made = self._live.decision(
                _text(each, "conflict"), verdict, reason=reason, note=_text(each, "note"), who=who
            )
            wishes.append(Wish(made, _text(each, "seen")))
        if not wishes:
            raise ValueError("nothing to decide")
        if len({wish.decision.conflict for wish in wishes}) < len(wishes):
            raise ValueError("a finding is decided twice")
        return wishes, _number(asked.get("epoch"), -1), max(0, _number(asked.get("next"), 0))

    # ---- help

    def _page(self, template: str, **values: Any) -> Response:
        """A page that is only read; it says when the texts have changed."""
        return HTMLResponse(pages.page(template, self._links, revision=self._live.revision, **values))

    def _view(self) -> View:
        view = self._live.view
        if view is None:
            raise HTTPException(503, "the texts are still being read")
        return view

    def _standings(self) -> tuple[View, AgainstReport]:
        view = self._view()
        return view, view.standings(ledger.dismissed(self._live.held()))

    def _known(self, view: View, key: str) -> str:
        if key not in view.conflicts:
            raise HTTPException(404, "there is no such finding; its values may have changed")
        return key

    def _document(self, request: Request) -> dict[str, Any]:
        try:
            return self._view().document(request.query_params.get("id", ""))
        except KeyError:
            raise HTTPException(404, "there is no such text among the inputs") from None

    def _rule(self, request: Request) -> Rule:
        with self._lock:
            if self._known_rules is None:
                self._known_rules = {rule.id: rule for rule in self._rules()}
        try:
            return self._known_rules[request.path_params["key"]]
        except KeyError:
            raise HTTPException(404, "there is no such rule") from None

    def _rendered(self, view: View) -> Any:
        with self._lock:
            if self._rows[0] is not view:
                self._rows = view, pages.rows(view, self._links)
            return self._rows[1]

    async def _changes(self, request: Request) -> AsyncIterator[str]:
        seen: object = None
        quiet = 0.0
        while not await request.is_disconnected():
            version = self._live.version
            if version != seen:
                seen, quiet = version, 0.0
                done, total = self._live.progress
                now: dict[str, Any] = dict(zip(("revision", "epoch", "next"), version[:3], strict=True))
                now |= {"done": done, "total": total, "failure": self._live.failure}
                yield f"event: state\ndata: {json.dumps(now)}\n\n"
            elif quiet >= QUIET:
                quiet = 0.0
                yield ": still here\n\n"
            await asyncio.sleep(LOOKS)
            quiet += LOOKS


def application(
    live: Live, who: str, token: str, port: int, rules: Callable[[], Iterable[Rule]]
) -> Starlette:
    """The web application; it follows the files as long as it runs."""

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        live.start()
        yield
        await run_in_threadpool(live.stop)

    return Starlette(
        routes=Review(live, who, rules).routes(),
        middleware=[Middleware(Guard, token=token, port=port)],
        exception_handlers={HTTPException: _refused},
        lifespan=lifespan,
    )


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    words = "there is no such page" if error.detail == "Not Found" else error.detail
    if "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(f"{words}\n", error.status_code)
    title = {404: "Not found", 503: "Not yet"}.get(error.status_code, "That did not work")
    return HTMLResponse(
        pages.page("error_page.html", pages.Links(), title=title, words=words), error.status_code
    )


def _record(
    view: View, key: str, held: Mapping[str, Decision], reopened: Mapping[str, Decision]
) -> dict[str, Any]:
    """A finding with the decision of the moment, as `factcheck report --format json` prints it."""
    return {**conflict_record(view.found[key], view.documents, held.get(key), reopened.get(key))}


def _text(asked: Any, name: str) -> str:
    value = asked.get(name, "")
    if not isinstance(value, str):
        raise ValueError(f"“{name}” is text")
    return value


def _number(given: Any, default: int) -> int:
    try:
        return int(given)
    except (ValueError, TypeError):
        return default


def _plain(value: Any) -> Any:
    """Named tuples as objects, so that JSON has names too."""
    if hasattr(value, "_asdict"):
        return {name: _plain(part) for name, part in value._asdict().items()}
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value
