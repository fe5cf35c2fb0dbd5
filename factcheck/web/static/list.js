// The list: the server wrote the rows, this puts them in order and shows what was decided.

import { announce, make, one } from "./dom.js";
import { FACETS, select } from "./filters.js";
import { address, here } from "./place.js";
import { VERDICTS, decisionWords, state, statusOf } from "./state.js";

const AT_FIRST = 8; // values of a facet
const STEP = 150; // rows put into the page at once
const elements = new Map(); // finding → its row
const open = new Set(); // facets that show all of their values
let placed = 0;

export function takeRows(root) {
  elements.clear();
  for (const element of root.querySelectorAll(".row")) elements.set(element.dataset.id, element);
}

export function startList(changed) {
  const rest = one("#rest");
  new IntersectionObserver((entries) => entries[0].isIntersecting && placeMore(), { rootMargin: "600px" }).observe(rest);
  one("#facets").addEventListener("change", (event) => {
    const { name, value, checked } = event.target;
    const params = here().params;
    const kept = params.getAll(name).filter((other) => other !== value);
    params.delete(name);
    for (const other of checked ? [...kept, value] : kept) params.append(name, other);
    changed(params);
    one(`#facets input[name="${name}"][value="${CSS.escape(value)}"]`)?.focus();
  });
  one("#facets").addEventListener("click", (event) => {
    const name = event.target.closest("button[data-all]")?.dataset.all;
    if (!name) return;
    open.add(name);
    showList();
    one(`#facets details[data-facet=${name}] input`)?.focus();
  });
  let typing = 0;
  one("#search").addEventListener("input", (event) => {
    clearTimeout(typing);
    typing = setTimeout(() => changed(changedParams("q", event.target.value.trim())), 120);
  });
  one("#sort").addEventListener("change", (event) => changed(changedParams("sort", event.target.value)));
  one("#clear").addEventListener("click", () => {
    const params = new URLSearchParams();
    changed(params);
    announce(`No filter: ${state.shown.length} findings`);
  });
}

function changedParams(name, value) {
  const params = here().params;
  if (value && value !== "priority") params.set(name, value);
  else params.delete(name);
  return params;
}

// Shows what the address asks for; the place in the list stays where it is.
export function showList() {
  const params = here().params;
  const { rows, counts } = select(params);
  const scroller = one("#list");
  const top = scroller.scrollTop;
  state.shown = rows.map((row) => row.id);
  const reached = Math.max(STEP, placed, state.shown.indexOf(state.current) + 20);
  placed = 0;
  one("#rows").replaceChildren();
  placeMore(reached);
  scroller.scrollTop = top;
  showFacets(params, counts);
  const search = one("#search");
  if (document.activeElement !== search) search.value = params.get("q") ?? "";
  one("#sort").value = params.get("sort") ?? "priority";
  showCounts(params);
}

function placeMore(number = STEP) {
  const ids = state.shown.slice(placed, placed + number);
  for (const id of ids) showRow(id);
  one("#rows").append(...ids.map((id) => elements.get(id)));
  placed += ids.length;
  one("#rest").hidden = placed >= state.shown.length;
}

// One row's status and address; the filters in its link are those of the page.
function showRow(id) {
  const element = elements.get(id);
  const status = statusOf(id);
  const line = state.held.get(id);
  element.dataset.status = status;
  element.dataset.verdict = line?.verdict ?? "";
  one(".state", element).textContent = line ? VERDICTS[line.verdict] : status === "reopened" ? "reopened" : "";
  const link = one("a", element);
  link.href = address(id, here().params);
  const current = id === state.current;
  link.tabIndex = current ? 0 : -1;
  if (current) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}

// After decisions: the rows concerned, or the whole list where it depends on them.
export function showDecided(ids) {
  const dependent = ["status", "verdict", "assignee"].some((name) => here().params.has(name));
  if (dependent) return showList();
  for (const id of ids) if (elements.has(id)) showRow(id);
  const { counts } = select(here().params);
  showFacets(here().params, counts);
  showCounts(here().params);
}

export function mark(id, focus = false) {
  const before = state.current;
  state.current = id;
  const at = state.shown.indexOf(id);
  if (at >= placed) placeMore(at - placed + 20);
  for (const each of [before, id]) if (elements.has(each)) showRow(each);
  if (at < 0) {
    const first = elements.get(state.shown[0]);
    if (first) one("a", first).tabIndex = 0;
    return;
  }
  const link = one("a", elements.get(id));
  link.scrollIntoView({ block: "nearest" });
  if (focus) link.focus({ preventScroll: true });
}

function showCounts(params) {
  const total = state.rows.length;
  const left = state.rows.filter((row) => !state.held.has(row.id)).length;
  one("#tally").textContent = `${left} open, ${total - left} decided`;
  one("#done").max = Math.max(1, total);
  one("#done").value = total - left;
  const shown = state.shown.length;
  one("#shown").textContent = shown === total ? `${total} findings` : `${shown} of ${total} findings`;
  one("#clear").hidden = ![...params.keys()].some((name) => name !== "sort");
  one("#nothing").hidden = shown > 0;
  one("#nothing").textContent = !total
    ? "Nothing was found that cannot both be right."
    : left
      ? "No finding matches these filters."
      : "All findings are decided.";
}

function showFacets(params, counts) {
  const focused = document.activeElement?.closest("#facets input");
  const place = focused && [focused.name, focused.value];
  const closed = new Map([...one("#facets").children].map((each) => [each.dataset.facet, each.open]));
  one("#facets").replaceChildren(...FACETS.map((facet) => facetOf(facet, params, counts, closed)).filter(Boolean));
  if (place) one(`#facets input[name="${place[0]}"][value="${CSS.escape(place[1])}"]`)?.focus();
}

function facetOf([name, title], params, counts, closed) {
  const chosen = params.getAll(name);
  for (const value of chosen) if (!counts[name].has(value)) counts[name].set(value, 0);
  const values = [...counts[name]].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (!values.length || (values.length === 1 && !chosen.length)) return null;
  const few = open.has(name) ? values : values.filter(([value], at) => at < AT_FIRST || chosen.includes(value));
  const opened = closed.get(name) ?? (["status", "severity", "outcome", "rule"].includes(name) || chosen.length > 0);
  return make(
    "details",
    { "data-facet": name, open: opened },
    make("summary", {}, title, chosen.length ? make("span", { class: "chosen" }, ` ${chosen.length} chosen`) : null),
    make("ul", {}, ...few.map(([value, count]) => valueOf(name, value, count, chosen.includes(value)))),
    few.length < values.length
      ? make("button", { type: "button", class: "quiet", "data-all": name }, `All ${values.length}`)
      : null,
  );
}

function valueOf(name, value, count, checked) {
  const words = name === "verdict" ? (VERDICTS[value] ?? value) : value;
  const box = make("input", { type: "checkbox", name, value });
  box.checked = checked;
  return make("li", {}, make("label", {}, box, make("span", { class: "value" }, words), make("span", { class: "count" }, String(count))));
}

export function showRecent() {
  const last = state.log.slice(-10).reverse();
  one("#recent").hidden = !last.length;
  one("#recent ol").replaceChildren(
    ...last.map((line) => {
      const row = state.byId.get(line.conflict);
      const topic = row ? make("a", { href: address(row.id, here().params), "data-finding": row.id }, row.topic) : line.subject || "gone";
      return make("li", { "data-verdict": line.verdict }, make("b", {}, decisionWords(line)), " ", topic, make("span", { class: "by" }, ` ${line.who}`));
    }),
  );
}
