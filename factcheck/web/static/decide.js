// Deciding: one stroke writes the line and goes on; every action can be undone, also after a reload.

import { wish, write } from "./backend.js";
import { announce, localTime, make, one } from "./dom.js";
import { peekNote, showHistory, shownFinding, takeNote } from "./finding.js";
import { showDecided, showRecent } from "./list.js";
import { REASONS, VERDICTS, addLines, decisionWords, state, topicOf } from "./state.js";

const ACTIONS_KEPT = 50;
const UNDO = "factcheck-undo";
const PATIENCE = 60; // milliseconds that the next finding waits for the log
let advance = () => {};
let undecided = ""; // the finding whose decision is on its way
let queue = null; // one decision after the other, in the order of the strokes

export function startDeciding(next) {
  advance = next;
  const reasons = REASONS.map(([name, words], at) =>
    make("li", {}, make("button", { type: "button", value: name }, make("kbd", {}, String(at + 1)), ` ${words}`)),
  );
  one("#reasons ol").replaceChildren(...reasons);
  one("#reasons").addEventListener("keydown", (event) => {
    const reason = REASONS[Number(event.key) - 1];
    if (reason && !event.ctrlKey && !event.altKey && !event.metaKey) chosen(event, reason[0]);
  });
  one("#reasons ol").addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) chosen(event, button.value);
  });
  form("#correct", (data) => decide("corrected", "", correction(data)));
  form("#assign", (data) => decide("assigned", "", data.get("name").trim()));
  form("#bulk", bulk);
  one("#bulk-verdict").addEventListener("change", bulkReason);
  one("#bulk-reason").replaceChildren(...REASONS.map(([name, words]) => make("option", { value: name }, words)));
  for (const button of document.querySelectorAll("dialog [data-close]"))
    button.addEventListener("click", () => button.closest("dialog").close());
}

function chosen(event, reason) {
  event.preventDefault();
  event.stopPropagation();
  one("#reasons").close();
  decide("not-a-conflict", reason);
}

// A dialog's form: what it says happens when it is sent, and it closes.
function form(dialog, done) {
  one(`${dialog} form`).addEventListener("submit", (event) => {
    event.preventDefault();
    one(dialog).close();
    done(new FormData(event.target));
  });
}

function correction(data) {
  const source = data.get("source").trim();
  return `correct: ${data.get("value").trim()}${source ? `; source: ${source}` : ""}`;
}

export function ask(dialog) {
  if (!state.current) return;
  for (const input of document.querySelectorAll(`${dialog} input`)) input.value = "";
  const held = state.held.get(state.current);
  if (dialog === "#assign" && held?.verdict === "assigned") one("#assign input").value = held.note;
  if (dialog === "#assign") one("#names").replaceChildren(...names().map((name) => make("option", { value: name })));
  one(dialog).showModal();
}

function names() {
  return [...new Set(state.log.filter((line) => line.verdict === "assigned").map((line) => line.note))].sort();
}

// Decides the present finding with the note that was typed, and goes to the next one at once.
export function decide(verdict, reason = "", words = "") {
  const id = state.current;
  if (!state.byId.has(id)) return;
  if (undecided === id) return; // struck twice
  if (shownFinding() !== id) return announce("The finding is still on its way");
  const note = [words, takeNote(id)].filter(Boolean).join(" — ");
  const at = state.shown.indexOf(id);
  const next = state.shown[at + 1] ?? (at > 0 ? state.shown[at - 1] : id);
  undecided = id;
  run(() => [wish(id, verdict, reason, note)], `${VERDICTS[verdict]}: ${topicOf(id)}`, soon(() => advance(next)));
}

// The next finding is drawn together with the decision; when the log is slow, without it.
function soon(go) {
  let gone = false;
  const finish = (stay = false) => {
    clearTimeout(waiting);
    undecided = "";
    if (!stay && !gone) go();
    gone ||= !stay;
  };
  const waiting = setTimeout(finish, PATIENCE);
  return finish;
}

export function saveNote() {
  const id = state.current;
  const held = state.held.get(id);
  if (!peekNote(id)) return announce("The note is empty");
  if (!held) return announce("The note goes into the log with the decision");
  const note = takeNote(id);
  run(() => [wish(id, held.verdict, held.reason, note)], `Note saved: ${topicOf(id)}`);
}

// The wishes are made when it is their turn, so that each names the decision it follows. `after` is
// called in the end: with true when there was a failure or a clash and the editor stays where she is.
function run(wishes, words, after = () => {}, undoing = false) {
  return inTurn(() => carryOut(wishes(), words, after, undoing), after);
}

function inTurn(work, after = () => {}) {
  const turn = (queue ? queue.then(work) : work()).catch((error) => failed(error, after));
  const mine = turn.finally(() => queue === mine && (queue = null));
  return (queue = mine);
}

function failed(error, after) {
  after(true);
  announce(`Not saved: ${error.message}`);
  one("#trouble").hidden = false;
  one("#trouble").textContent = `Not saved: ${error.message}`;
}

async function carryOut(wishes, words, after, undoing) {
  const before = wishes.map(({ conflict }) => [conflict, strip(state.logged.get(conflict))]);
  const answer = await write(wishes, one("#who").value.trim());
  if (answer.clashes) {
    after(true);
    return clash(wishes, answer, words, after);
  }
  one("#trouble").hidden = true;
  if (!undoing) remember(before);
  take(answer.tail);
  after();
  const left = state.rows.filter((row) => !state.held.has(row.id)).length;
  announce(`${words[0].toUpperCase()}${words.slice(1)}. ${left} open.`);
}

// Lines that are new in the log, our own or others'.
export function take(tail) {
  const fresh = addLines(tail);
  if (!fresh.length && tail.lines.length) return fresh;
  showDecided(fresh.map((line) => line.conflict));
  if (!fresh.length || fresh.some((line) => line.conflict === shownFinding())) showHistory(shownFinding());
  showRecent();
  return fresh;
}

// ---- undo

function strip(line) {
  return line && !["known", "gone", "suppressed"].includes(line.verdict) ? { verdict: line.verdict, reason: line.reason, note: line.note } : null;
}

function remembered() {
  return JSON.parse(sessionStorage.getItem(UNDO) ?? "[]");
}

function remember(before) {
  sessionStorage.setItem(UNDO, JSON.stringify([...remembered(), before].slice(-ACTIONS_KEPT)));
}

export function undo() {
  return inTurn(async () => {
    const actions = remembered();
    const last = actions.pop();
    if (!last) return announce("Nothing to undo");
    sessionStorage.setItem(UNDO, JSON.stringify(actions));
    const here = last.filter(([id]) => state.byId.has(id));
    const wishes = here.map(([id, line]) =>
      line ? wish(id, line.verdict, line.reason, line.note) : wish(id, "withdrawn"),
    );
    if (!wishes.length) return announce("The finding is gone: its values have changed");
    const words = wishes.length === 1 ? `Undone: ${topicOf(wishes[0].conflict)}` : `Undone: ${wishes.length} decisions`;
    await carryOut(wishes, words, (stay) => stay || advance(wishes[0].conflict), true);
  });
}

// ---- all findings of the list at once

export function askBulk() {
  const ids = state.shown;
  if (!ids.length) return announce("There is no finding in the list");
  const decided = ids.filter((id) => state.held.has(id)).length;
  one("#bulk-count").textContent =
    `This decides ${ids.length} finding${ids.length === 1 ? "" : "s"}` +
    (decided ? `, ${decided} of them decided already.` : ".") + " One undo takes it back.";
  one("#bulk-go").textContent = `Decide ${ids.length}`;
  bulkReason();
  one("#bulk").dataset.ids = JSON.stringify(ids);
  one("#bulk").showModal();
}

function bulkReason() {
  one("#bulk-reason").disabled = one("#bulk-verdict").value !== "not-a-conflict";
}

function bulk(data) {
  const ids = JSON.parse(one("#bulk").dataset.ids);
  const verdict = data.get("verdict");
  const reason = verdict === "not-a-conflict" ? data.get("reason") : "";
  const note = data.get("note").trim();
  run(() => ids.map((id) => wish(id, verdict, reason, note)), `${VERDICTS[verdict]}: ${ids.length} findings`, (stay) =>
    stay || advance(state.shown.includes(state.current) ? state.current : (state.shown[0] ?? "")),
  );
}

// ---- somebody else was quicker: show theirs, and let the editor choose

function clash(wishes, answer, words, after) {
  take(answer.tail);
  const theirs = answer.clashes.map(([id, line]) =>
    make(
      "li",
      {},
      make("b", {}, topicOf(id)),
      line ? `: ${decisionWords(line)}${line.note ? ` — ${line.note}` : ""} (${line.who}, ${localTime(line.when)})` : ": taken back",
    ),
  );
  one("#clash ul").replaceChildren(...theirs.slice(0, 20), ...(theirs.length > 20 ? [make("li", {}, `… and ${theirs.length - 20} more`)] : []));
  one("#clash-mine").textContent =
    wishes.length === 1 ? `Yours: ${decisionWords(wishes[0])}${wishes[0].note ? ` — ${wishes[0].note}` : ""}` : `Yours: ${VERDICTS[wishes[0].verdict]}, ${wishes.length} findings`;
  const taken = new Set(answer.clashes.map(([id]) => id));
  one("#clash-keep").onclick = () => {
    one("#clash").close();
    const others = wishes.filter(({ conflict }) => !taken.has(conflict));
    announce(`Kept as ${taken.size === 1 ? "it was" : "they were"} decided`);
    if (others.length) run(() => others, words);
    else advance(answer.clashes[0][0]);
  };
  one("#clash-replace").onclick = () => {
    one("#clash").close();
    run(() => wishes.map((each) => wish(each.conflict, each.verdict, each.reason, each.note)), words, after);
  };
  one("#clash").showModal();
  announce("Somebody else has decided this at the same time");
}
