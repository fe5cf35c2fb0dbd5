// The filters: for each facet its values with how many findings each would leave.

import { make, one } from "./dom.js";
import { FACETS, select } from "./filters.js";
import { here } from "./place.js";
import { VERDICTS } from "./state.js";

const AT_FIRST = 8; // values of a facet
const MANY = 60; // values of a facet that is opened whole; search finds the others
const OPEN = ["status", "severity", "outcome", "rule"];
const whole = new Set(); // facets that show all of their values
const sought = new Map(); // facet → what its values are searched for
const made = new Map(); // facet → what it was made of, and its counts by value
let asked = "";

export function startFacets(changed) {
  const root = one("#facets");
  root.addEventListener("change", (event) => {
    const { name, value, checked, type } = event.target;
    if (type !== "checkbox") return;
    const params = here().params;
    const kept = params.getAll(name).filter((other) => other !== value);
    params.delete(name);
    for (const other of checked ? [...kept, value] : kept) params.append(name, other);
    changed(params);
    one(`#facets input[name="${name}"][value="${CSS.escape(value)}"]`)?.focus();
  });
  root.addEventListener("input", (event) => {
    const name = event.target.dataset.seek;
    if (!name) return;
    sought.set(name, event.target.value.trim().toLowerCase());
    made.delete(name);
    showFacets(here().params, select(here().params).counts);
  });
  root.addEventListener("click", (event) => {
    const name = event.target.closest("button[data-all]")?.dataset.all;
    if (!name) return;
    whole.add(name);
    showFacets(here().params, select(here().params).counts);
    one(`#facets details[data-facet=${name}] input`)?.focus();
  });
}

// The order of the values stays as long as the filters do, so that nothing moves under a decision.
export function showFacets(params, counts) {
  const now = params.toString();
  if (now !== asked) made.clear();
  asked = now;
  const root = one("#facets");
  for (const [name, title] of FACETS) {
    const place = one(`[data-facet="${name}"]`, root) ?? root.appendChild(make("details", { "data-facet": name, hidden: true }));
    const chosen = params.getAll(name);
    for (const value of chosen) if (!counts[name].has(value)) counts[name].set(value, 0);
    if (!recounted(name, counts[name])) fill(place, name, title, chosen, counts[name]);
  }
}

// Whether the facet has no new value; then only its numbers are written anew, down to 0.
function recounted(name, counts) {
  const before = made.get(name);
  if (!before) return false;
  for (const value of counts.keys()) if (!before.has(value)) return false;
  for (const [value, [shown, element]] of before) {
    const number = counts.get(value) ?? 0;
    if (shown === number) continue;
    if (element) element.textContent = number;
    before.set(value, [number, element]);
  }
  return true;
}

function fill(place, name, title, chosen, counts) {
  const fresh = !place.childElementCount;
  const many = counts.size > AT_FIRST;
  const words = many ? (sought.get(name) ?? "") : "";
  const values = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const found = values.filter(([value]) => chosen.includes(value) || told(name, value).toLowerCase().includes(words));
  const limit = words || whole.has(name) ? MANY : AT_FIRST;
  const few = found.filter(([value], at) => at < limit || chosen.includes(value));
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const entries = few.map(([value, number]) => [value, number, choice(name, value, number, chosen.includes(value))]);
  const shown = new Map(entries.map(([value, , element]) => [value, one(".count", element)]));
  made.set(name, new Map(values.map(([value, number]) => [value, [number, shown.get(value)]])));
  if (fresh || chosen.length) place.open = OPEN.includes(name) || chosen.length > 0;
  place.hidden = !values.length || (values.length === 1 && !chosen.length);
  const left = found.length - few.length;
  place.replaceChildren(
    make("summary", {}, title, chosen.length ? make("span", { class: "chosen" }, ` ${chosen.length} chosen`) : ""),
    many ? seeker(name, title, words) : "",
    make("ul", {}, ...entries.map(([, , element]) => element)),
    found.length ? "" : make("p", { class: "small" }, "No value is called so."),
    left && limit === AT_FIRST
      ? make("button", { type: "button", class: "quiet", "data-all": name }, `All ${found.length}`)
      : left
        ? make("p", { class: "small" }, `and ${left} more: search for them`)
        : "",
  );
  refocus(place, focused);
}

function refocus(place, focused) {
  if (!focused) return;
  const { name, value, dataset } = focused;
  const again = dataset.seek
    ? one("input[data-seek]", place)
    : one(`input[name="${name}"][value="${CSS.escape(value)}"]`, place);
  again?.focus();
  if (dataset.seek) again?.setSelectionRange(focused.selectionStart, focused.selectionEnd);
}

function seeker(name, title, words) {
  const box = make("input", { type: "search", "data-seek": name, placeholder: "Find", "aria-label": `Find in ${title}`, autocomplete: "off" });
  box.value = words;
  return box;
}

function choice(name, value, number, checked) {
  const box = make("input", { type: "checkbox", name, value });
  box.checked = checked;
  return make("li", {}, make("label", {}, box, make("span", { class: "value" }, ...breakable(told(name, value))), make("span", { class: "count" }, String(number))));
}

function told(name, value) {
  return name === "verdict" ? (VERDICTS[value] ?? value) : value;
}

// Long paths break behind their slashes.
function breakable(words) {
  return words.split(/(?<=\/)/).flatMap((part, at) => (at ? [document.createElement("wbr"), part] : [part]));
}
