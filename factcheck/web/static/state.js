// What the page knows: the findings, the log, and which decision holds for each finding.

export const state = {
  offline: false,
  rows: [], // in the report's order, as factcheck/web/rows.py makes them
  byId: new Map(),
  reopened: {}, // finding → the decision that held before a value changed
  log: [], // every line of the log, oldest first
  epoch: 0,
  next: 0,
  base: {}, // finding → lines besides the log: of suppressions, baselines, other people's logs
  lines: new Map(), // finding → its lines in the log, as they stand there
  logged: new Map(), // finding → the latest line on it wherever it stands, which the next decision follows
  held: new Map(), // finding → the decision that holds
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
  settleAll();
}

// Takes in the end of the log; gives the lines that are new.
export function addLines(tail) {
  const another = tail.epoch !== state.epoch;
  if (!another && tail.next <= state.next) return [];
  if (another) state.log = [];
  state.epoch = tail.epoch;
  const fresh = tail.lines.slice(Math.max(0, tail.lines.length - (tail.next - state.log.length)));
  state.log.push(...fresh);
  state.next = tail.next;
  if (another) settleAll();
  else for (const id of addTo(state.lines, fresh)) settle(id);
  return fresh;
}

function settleAll() {
  state.lines = new Map();
  state.logged = new Map();
  state.held = new Map();
  for (const id of addTo(state.lines, state.log)) settle(id);
  for (const id of Object.keys(state.base)) settle(id);
}

function addTo(map, lines) {
  for (const line of lines) map.set(line.conflict, [...(map.get(line.conflict) ?? []), line]);
  return new Set(lines.map((line) => line.conflict));
}

// Every line on a finding wherever it stands, oldest first.
export function linesOn(id) {
  return [...(state.base[id] ?? []), ...(state.lines.get(id) ?? [])].sort(later);
}

// What holds for a finding. As decisions.latest does: by time, a person's before a baseline's, and
// "withdrawn" takes back what persons decided.
function settle(id) {
  const lines = linesOn(id);
  const given = lines.filter((line) => line.verdict === "known" || line.verdict === "suppressed").at(-1);
  const last = lines.at(-1);
  const latest = last?.verdict === "withdrawn" ? given : last;
  put(state.logged, id, latest);
  put(state.held, id, latest?.verdict === "gone" ? null : latest); // it has come back
}

function put(map, id, line) {
  if (line) map.set(id, line);
  else map.delete(id);
}

// As decisions._order: baselines, suppressions, persons, each by time; a time that is none comes first.
function later(a, b) {
  return compare(rank(a), rank(b)) || compare(time(a), time(b)) || compare(a.when, b.when) || compare(asLine(a), asLine(b));
}

function rank(line) {
  return ["known", "suppressed"].indexOf(line.verdict) >= 0 ? ["known", "suppressed"].indexOf(line.verdict) : 2;
}

function time(line) {
  const zoned = /T.*(Z|[+-]\d\d:?\d\d)$/.test(line.when) || !line.when.includes("T");
  return /^\d{4}-\d\d-\d\d/.test(line.when) ? Date.parse(zoned ? line.when : `${line.when}Z`) || -Infinity : -Infinity;
}

// Lines of the same moment are in the order of their text, in every program that reads the log.
function asLine(line) {
  return ["verdict", "reason", "note", "who"].map((name) => JSON.stringify(line[name])).join();
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
