// The start of the page: what a key or a click does, and which finding is shown.

import { exportDecisions, keptLines, keptTail, template } from "./backend.js";
import { ask, askBulk, decide, saveNote, startDeciding, undo } from "./decide.js";
import { announce, embedded, one } from "./dom.js";
import { openDocument, showFinding, startFinding } from "./finding.js";
import { startKeys } from "./keys.js";
import { mark, showList, showRecent, startList, takeRows } from "./list.js";
import { follow, followReading } from "./live.js";
import { go, here } from "./place.js";
import { addLines, setFindings, state } from "./state.js";

const WHO = "factcheck-who";

const RUN = {
  confirm: () => decide("confirmed"),
  dismiss: () => state.byId.has(state.current) && one("#reasons").showModal(),
  correct: () => ask("#correct"),
  source: () => decide("needs-source"),
  assign: () => ask("#assign"),
  undo: () => undo(),
  next: () => step(1),
  previous: () => step(-1),
  note: () => one("#note")?.focus(),
  document: () => openDocuments(),
  search: () => one("#search").focus(),
  filters: () => openFilters(),
  bulk: () => askBulk(),
  help: () => one("#keys").showModal(),
  list: () => mark(state.current, true),
};

function step(by) {
  const at = state.shown.indexOf(state.current);
  const next = at < 0 ? 0 : at + by;
  if (next < 0 || next >= state.shown.length) return announce(next < 0 ? "The first finding" : "The last finding");
  show(state.shown[next], { focus: true });
}

function show(id, { step: back = false, focus = false } = {}) {
  const inside = one("#finding").contains(document.activeElement) || document.activeElement === document.body;
  if (back) go(id, here().params, true);
  else setTimeout(() => state.current === id && go(id, here().params)); // the address can wait for the picture
  const shown = showFinding(id);
  mark(id, focus || inside); // lays out the page, so it comes last
  return shown;
}

function filtered(params) {
  go(here().finding, params);
  showList();
  showRecent();
  if (!state.shown.includes(state.current) && state.shown.length) show(state.shown[0]);
  else mark(state.current);
}

function openDocuments() {
  const all = [...document.querySelectorAll("#finding details[data-document]")];
  const opening = all.some((details) => !details.open);
  for (const details of all) details.open = opening;
}

function openFilters() {
  one("#filters").open = true;
  one("#facets input")?.focus();
}

function clicked(event) {
  const action = event.target.closest("[data-run]")?.dataset.run;
  if (action === "save-note") return saveNote();
  if (action === "export") return announce(`${exportDecisions()} decisions exported`);
  if (action === "back") return show("", { step: true });
  if (action) return RUN[action]();
  const jump = state.offline && event.target.closest("a[data-jump]")?.dataset.jump;
  if (jump) {
    event.preventDefault();
    return document.getElementById(jump)?.scrollIntoView({ block: "center" });
  }
  const link = event.target.closest("a[data-finding], .row a");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
  event.preventDefault();
  show(link.dataset.finding ?? link.closest(".row").dataset.id, { step: true });
}

// Only where there is no server: the overview and the rules are in the file.
function showPage() {
  const { page, name } = here();
  const findings = page === "findings" || page === "finding";
  document.body.classList.toggle("working", findings);
  one("#desk").hidden = !findings;
  one("#other").hidden = findings;
  if (findings) return arrived();
  one("#other").replaceChildren(template(name ? `${page}-${name}` : page) ?? "There is no such page.");
  one("#other").focus();
}

function arrived() {
  showList();
  const id = here().finding;
  mark(id);
  return showFinding(id);
}

function start() {
  state.offline = document.body.dataset.mode === "offline";
  if (one("#reading")) return followReading();
  const index = embedded("index");
  setFindings(index);
  takeRows(one("#all-rows").content);
  addLines(state.offline ? keptTail() : embedded("log"));
  const who = one("#who");
  who.value = localStorage.getItem(WHO) || who.value;
  who.addEventListener("change", () => localStorage.setItem(WHO, who.value.trim()));
  startKeys((action) => RUN[action]());
  startList(filtered);
  startFinding();
  startDeciding((id) => {
    show(id, { focus: true });
    if (state.offline) one("#kept").textContent = String(keptLines().length);
  });
  document.addEventListener("click", clicked);
  document.addEventListener("toggle", (event) => event.target.open && event.target.dataset?.document && openDocument(event.target), true);
  one("#filters").open = matchMedia("(min-width: 75rem)").matches;
  addEventListener("popstate", state.offline ? showPage : arrived);
  if (state.offline) addEventListener("hashchange", showPage);
  if (state.offline) one("#kept").textContent = String(keptLines().length);
  showRecent();
  if (state.offline) showPage();
  else Promise.resolve(arrived()).then(firstOne);
  if (!state.offline) follow(index.revision);
}

// A wide page never stands half empty: it opens the first finding.
function firstOne() {
  if (!here().finding && state.shown.length && matchMedia("(min-width: 60rem)").matches) show(state.shown[0]);
}

start();
