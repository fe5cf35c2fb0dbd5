// Where findings come from and decisions go to: the server, or this very file and the browser's store.

import { embedded, fragment, one } from "./dom.js";
import { stamp, state } from "./state.js";

const KEPT = "factcheck-decisions";

export function loadFinding(id) {
  if (state.offline) return Promise.resolve(template(`finding-${id}`));
  return page(`/part/finding/${id}`);
}

export function loadDocument(id) {
  if (state.offline) return Promise.resolve(template(`document-${id}`));
  return page(`/part/document?${new URLSearchParams({ id })}`);
}

export function template(id) {
  return document.getElementById(id)?.content.cloneNode(true) ?? null;
}

async function page(path) {
  const answer = await fetch(path);
  return answer.ok ? fragment(await answer.text()) : null;
}

// Writes decisions at once. Gives {tail} when they are in the log, {clashes} when others were quicker.
export async function write(wishes, who) {
  if (state.offline) return { tail: keep(wishes, who) };
  const answer = await fetch("/decide", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ who, decisions: wishes, epoch: state.epoch, next: state.next }),
  });
  if (answer.ok) return { tail: (await answer.json()).tail };
  if (answer.status === 409) return await answer.json();
  throw new Error((await answer.text()).trim() || `the server answered ${answer.status}`);
}

// ---- offline: the log's own lines, in the browser's store until they are exported

export function keptTail() {
  const kept = JSON.parse(localStorage.getItem(keptName()) ?? "[]");
  const lines = [...embedded("log").lines, ...kept];
  return { epoch: 1, next: lines.length, lines };
}

export function keptLines() {
  return JSON.parse(localStorage.getItem(keptName()) ?? "[]");
}

function keep(wishes, who) {
  const kept = keptLines();
  let time = Math.max(Date.now(), ...kept.slice(-1).map((line) => Date.parse(line.when) + 1));
  for (const wish of wishes) {
    const row = state.byId.get(wish.conflict);
    kept.push({
      conflict: wish.conflict,
      verdict: wish.verdict,
      reason: wish.reason,
      note: wish.note,
      who,
      when: new Date(time++).toISOString().replace("Z", "000+00:00"),
      rule: row.rule,
      subject: row.subject,
      attribute: row.attribute,
      values: row.values,
      tool: state.tool,
    });
  }
  localStorage.setItem(keptName(), JSON.stringify(kept));
  return keptTail();
}

function keptName() {
  return `${KEPT}-${one("body").dataset.report}`;
}

export function exportDecisions() {
  const lines = keptLines().map((line) => JSON.stringify(line) + "\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(lines, { type: "application/jsonl" }));
  link.download = "decisions.jsonl";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  return lines.length;
}

export function wish(id, verdict, reason = "", note = "") {
  return { conflict: id, verdict, reason, note, seen: stamp(state.logged.get(id)) };
}
