// Which findings the address asks for, and in what order; factcheck/web/filters.py does the same.

import { state, statusOf } from "./state.js";

export const FACETS = [
  ["status", "Status"],
  ["severity", "Severity"],
  ["outcome", "Outcome"],
  ["verdict", "Verdict"],
  ["assignee", "Assigned to"],
  ["rule", "Rule"],
  ["kind", "Kind"],
  ["subject", "Subject"],
  ["source", "Source"],
  ["date", "Published"],
];
const NONE = "(none)";

function facetValues(row) {
  const decision = state.held.get(row.id);
  return {
    ...(row.fixed ??= fixedValues(row)),
    status: [statusOf(row.id)],
    verdict: [decision?.verdict ?? NONE],
    assignee: decision?.verdict === "assigned" ? [decision.note || NONE] : [],
  };
}

function fixedValues(row) {
  return {
    severity: [row.severity],
    outcome: [row.outcome],
    rule: [row.rule],
    kind: [row.kind],
    subject: [row.subject || NONE],
    source: row.source,
    date: row.date.length ? row.date : [NONE],
  };
}

// The rows that match, sorted, and for each facet how many each value would leave.
export function select(params) {
  const words = (params.get("q") ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const wanted = FACETS.map(([name]) => [name, new Set(params.getAll(name))]).filter(([, set]) => set.size);
  const counts = Object.fromEntries(FACETS.map(([name]) => [name, new Map()]));
  const found = [];
  for (const row of state.rows) {
    if (!words.every((word) => row.text.includes(word))) continue;
    const values = facetValues(row);
    const failing = wanted.filter(([name, set]) => !values[name].some((value) => set.has(value)));
    if (!failing.length) found.push(row);
    if (failing.length > 1) continue;
    for (const [name] of FACETS) {
      if (failing.length && failing[0][0] !== name) continue;
      for (const value of values[name]) counts[name].set(value, (counts[name].get(value) ?? 0) + 1);
    }
  }
  return { rows: sorted(found, params.get("sort") ?? "priority"), counts };
}

function sorted(rows, by) {
  if (by === "priority") return rows.sort((a, b) => b.priority - a.priority);
  if (by === "subject" || by === "rule") return rows.sort((a, b) => order(a[by], b[by]));
  if (by === "date") return rows.sort((a, b) => order(b.date.at(-1) ?? "", a.date.at(-1) ?? ""));
  return rows;
}

function order(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
