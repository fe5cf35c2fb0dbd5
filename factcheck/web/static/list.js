// The list: the server wrote the rows, this puts them in order and shows what was decided.

import { announce, make, one } from "./dom.js";
import { showFacets, startFacets } from "./facets.js";
import { select } from "./filters.js";
import { address, here } from "./place.js";
import { VERDICTS, decisionWords, state, statusOf } from "./state.js";

const STEP = 150; // rows put into the page at once
const elements = new Map(); // finding → its row
let placed = 0;
let marked = ""; // the finding whose row is the present one

export function takeRows(root) {
  elements.clear();
  for (const element of root.querySelectorAll(".row")) elements.set(element.dataset.id, element);
}

export function startList(changed) {
  const rest = one("#rest");
  new IntersectionObserver((entries) => entries[0].isIntersecting && placeMore(), { rootMargin: "600px" }).observe(rest);
  startFacets(changed);
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

// After decisions: the rows concerned; those that the filters no longer let in leave.
export function showDecided(ids) {
  const { rows, counts } = select(here().params);
  const before = new Set(state.shown);
  const kept = new Set(rows.map((row) => row.id));
  if (rows.some((row) => !before.has(row.id))) return showList();
  state.shown = state.shown.filter((id) => kept.has(id));
  for (const id of before) {
    if (kept.has(id)) continue;
    if (elements.get(id).isConnected) placed -= 1;
    elements.get(id).remove();
  }
  for (const id of ids) if (elements.get(id)?.isConnected) showRow(id);
  showFacets(here().params, counts);
  showCounts(here().params);
}

export function mark(id, focus = false) {
  state.current = id;
  const at = state.shown.indexOf(id);
  if (at >= placed) placeMore(at - placed + 20);
  for (const each of [marked, id]) if (elements.has(each)) showRow(each);
  marked = id;
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
