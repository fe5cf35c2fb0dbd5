// What the page knows: the findings, the log, and which decision holds for each finding.

export const state = {
  offline: false,
  rows: [], // in the report's order, as factcheck/web/rows.py makes them
  byId: new Map(),
  reopened: {}, // finding → the decision that held before a value changed
  log: [], // every line of the log, oldest first
  epoch: 0,
  next: 0,
  base: {}, // finding → what holds besides the log: suppressions, baselines, other logs
  logged: new Map(), // finding → the latest line on it, which the next decision follows
  held: new Map(), // finding → the decision that holds
  lines: new Map(), // finding → all lines on it, oldest first
  shown: [], // ids in the list, in its order
  current: "",
  tool: "",
};

export const REASONS = [
  ["different-thing", "two different things"],
  ["different-time", "different times"],
  ["different-scope", "different scope: place, group, part"],
  ["different-edition", "different edition or version"],
  ["rounding", "rounding"],
  ["history", "history: what was said then"],
  ["quotation", "a quotation, rightly given"],
  ["misread", "misread by factcheck"],
  ["accepted", "accepted as it is"],
];

export const VERDICTS = {
  confirmed: "confirmed",
  "not-a-conflict": "not a conflict",
  corrected: "corrected",
  "needs-source": "needs source",
  assigned: "assigned",
  known: "known before",
  withdrawn: "taken back",
  suppressed: "suppressed in the text",
  gone: "gone from the texts",
};

export function setFindings(index) {
  state.rows = index.rows;
  state.byId = new Map(index.rows.map((row) => [row.id, row]));
  state.reopened = index.reopened;
  state.base = index.base;
  state.tool = index.tool;
  recount();
}

export function addLines(tail) {
  if (tail.epoch !== state.epoch) {
    state.log = [];
    state.epoch = tail.epoch;
  } else if (tail.next <= state.next) {
    return [];
  }
  const fresh = tail.lines.slice(Math.max(0, tail.lines.length - (tail.next - state.log.length)));
  state.log.push(...fresh);
  state.next = tail.next;
  recount();
  return fresh;
}

// As decisions.latest does: by time, a person's before a baseline's, and "withdrawn" takes back.
function recount() {
  const ordered = state.log
    .map((line, at) => ({ line, at }))
    .sort((a, b) => rank(a.line) - rank(b.line) || compare(a.line.when, b.line.when) || a.at - b.at)
    .map((entry) => entry.line);
  const known = new Map();
  state.held = new Map();
  state.lines = new Map();
  for (const line of ordered) {
    if (line.verdict === "known") known.set(line.conflict, line);
    state.held.set(line.conflict, line);
    if (!state.lines.has(line.conflict)) state.lines.set(line.conflict, []);
    state.lines.get(line.conflict).push(line);
  }
  for (const [id, line] of state.held) {
    if (line.verdict !== "withdrawn") continue;
    if (known.has(id)) state.held.set(id, known.get(id));
    else state.held.delete(id);
  }
  state.logged = new Map(state.held);
  for (const [id, line] of Object.entries(state.base)) if (!state.held.has(id)) state.held.set(id, line);
  for (const [id, line] of state.held) if (line.verdict === "gone") state.held.delete(id); // it has come back
}

function rank(line) {
  return line.verdict === "known" ? 0 : 1;
}

function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function stamp(line) {
  return line ? `${line.when} ${line.who} ${line.verdict}` : "";
}

export function statusOf(id) {
  if (state.held.has(id)) return "decided";
  return id in state.reopened ? "reopened" : "open";
}

export function decisionWords(line) {
  const reason = REASONS.find(([name]) => name === line.reason);
  return VERDICTS[line.verdict] + (reason ? `: ${reason[1]}` : "");
}

export function topicOf(id) {
  return state.byId.get(id)?.topic ?? "a finding that is gone";
}
