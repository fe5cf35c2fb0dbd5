// The finding beside the list: its evidence comes from the server, its history from the log.

import { loadDocument, loadFinding } from "./backend.js";
import { localTime, make, one } from "./dom.js";
import { hintKeys } from "./keys.js";
import { decisionWords, linesOn, state } from "./state.js";

const drafts = new Map(); // finding → a note that is not decided yet
const ahead = new Map(); // finding → its evidence or the promise of it, asked for before it is wanted
let wanted = "";
let scrolled = false; // asking the element would make the browser lay out the page

export function startFinding() {
  one("#finding").addEventListener("scroll", () => (scrolled = true), { passive: true });
}

export function shownFinding() {
  return one("#finding article")?.dataset.id ?? "";
}

// Shows a finding; false when there is none of that id. At once where its evidence is here already.
export function showFinding(id) {
  wanted = id;
  keepDraft();
  if (!id) return place(id, make("p", { class: "empty" }, "Choose a finding from the list."));
  const early = ahead.get(id);
  ahead.clear();
  if (early instanceof Node) return place(id, early);
  return (early ?? loadFinding(id)).then((content) => wanted !== id || place(id, content)); // or has moved on
}

function place(id, content) {
  const box = one("#finding");
  document.body.classList.toggle("has-finding", Boolean(id));
  box.replaceChildren(content ?? gone(id));
  if (scrolled) box.scrollTop = 0;
  scrolled = false;
  if (!id || !content) return !id;
  one("#note").value = drafts.get(id) ?? "";
  hintKeys(box);
  showHistory(id);
  document.title = `${one("h2", box).textContent.trim()} – factcheck`;
  const next = state.shown[state.shown.indexOf(id) + 1];
  if (next && !state.offline) fetchAhead(next);
  return true;
}

function fetchAhead(id) {
  const coming = loadFinding(id).catch(() => null);
  ahead.set(id, coming);
  coming.then((content) => content && ahead.get(id) === coming && ahead.set(id, content));
}

export function forgetEvidence() {
  ahead.clear();
}

function gone(id) {
  const line = state.held.get(id);
  const words = line
    ? `This finding is gone: its values have changed. It was decided: ${decisionWords(line)}, ${line.who}, ${localTime(line.when)}.`
    : "There is no finding with this address. Its values may have changed.";
  return make("p", { class: "empty" }, words);
}

export function keepDraft() {
  const note = one("#note");
  const id = shownFinding();
  if (note && id) drafts.set(id, note.value);
}

export function takeNote(id) {
  keepDraft();
  const note = (drafts.get(id) ?? "").trim();
  drafts.delete(id);
  if (shownFinding() === id) one("#note").value = "";
  return note;
}

export function peekNote(id) {
  keepDraft();
  return (drafts.get(id) ?? "").trim();
}

// Every line on the finding, the latest first, and what held before a value changed.
export function showHistory(id) {
  const place = one("#history");
  if (!place) return;
  const lines = linesOn(id).reverse();
  const held = state.held.get(id);
  const before = state.reopened[id];
  const entries = lines.map((line) => entry(line, line === held ? "holds" : ""));
  if (before && !held) entries.push(entry(before, "held until a value changed"));
  one("ol", place).replaceChildren(...entries);
  place.hidden = !entries.length;
  const standing = one("#standing");
  standing.textContent = held
    ? `Decided: ${decisionWords(held)}${held.note ? ` — ${held.note}` : ""} (${held.who}, ${localTime(held.when)})`
    : before
      ? "Reopened: a value has changed since it was decided"
      : "Not decided";
  standing.dataset.verdict = held?.verdict ?? "";
  for (const button of document.querySelectorAll("#verdicts button[data-verdict]"))
    button.setAttribute("aria-pressed", String(button.dataset.verdict === held?.verdict));
}

function entry(line, how) {
  return make(
    "li",
    { "data-verdict": line.verdict },
    make("b", {}, decisionWords(line)),
    line.note ? ` — ${line.note}` : null,
    make("span", { class: "by" }, ` ${line.who}, ${localTime(line.when)}${how ? ` · ${how}` : ""}`),
  );
}

// Fills an opened "whole text" and scrolls it to the value.
export async function openDocument(details) {
  const box = one(".whole", details);
  if (!box.childElementCount) {
    const content = await loadDocument(details.dataset.document);
    box.replaceChildren(content ?? make("p", {}, "This text can no longer be read."));
    const id = shownFinding();
    for (const value of box.querySelectorAll("mark")) {
      const ours = value.dataset.findings.split(" ").includes(id);
      value.classList.toggle("ours", ours);
      value.classList.toggle(`side-${details.dataset.side}`, ours);
    }
  }
  const value = one("mark.ours", box);
  if (value) box.scrollTop += value.getBoundingClientRect().top - box.getBoundingClientRect().top - box.clientHeight / 3;
}
