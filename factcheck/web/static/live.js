// What happens outside the page: a text is saved, somebody else decides, the first reading goes on.

import { announce, fragment, one } from "./dom.js";
import { take } from "./decide.js";
import { forgetEvidence, keepDraft, showFinding } from "./finding.js";
import { mark, showList, takeRows } from "./list.js";
import { here } from "./place.js";
import { setFindings, state } from "./state.js";

let revision = 0;

export function follow(first) {
  revision = first;
  const events = new EventSource("/events");
  events.addEventListener("state", (event) => changed(JSON.parse(event.data)).catch(unreached));
  events.addEventListener("open", () => (one("#away").hidden = true));
  events.addEventListener("error", () => (one("#away").hidden = false));
  addEventListener("pagehide", () => events.close());
}

function unreached() {
  one("#away").hidden = false;
}

async function changed(now) {
  one("#failure").hidden = !now.failure;
  one("#failure").textContent = now.failure ? `The texts could not be read again: ${now.failure}` : "";
  if (now.revision !== revision) await follow_report();
  if (now.epoch !== state.epoch || now.next > state.next) {
    const query = new URLSearchParams({ epoch: state.epoch, from: state.next });
    const fresh = take(await (await fetch(`/log.json?${query}`)).json());
    const others = fresh.filter((line) => line.who !== one("#who").value.trim());
    if (others.length) announce(`${others.at(-1).who} has decided ${others.length === 1 ? "a finding" : `${others.length} findings`}`);
  }
}

// The new list; the editor stays at the finding, or where it was in the list when it is gone.
async function follow_report() {
  const answer = await fetch("/part/list");
  if (!answer.ok) return;
  const now = await answer.json();
  if (now.revision === revision) return;
  revision = now.revision;
  const place = state.shown.indexOf(state.current);
  const known = new Set(state.rows.map((row) => row.id));
  keepDraft();
  forgetEvidence();
  takeRows(fragment(now.rows));
  setFindings(now.index);
  showList();
  const fresh = state.rows.filter((row) => !known.has(row.id)).length;
  const left = known.size + fresh - state.rows.length;
  announce(`The texts have changed: ${fresh} new, ${left} gone`);
  if (!here().finding && !state.current) return;
  const stays = state.byId.has(state.current);
  mark(stays ? state.current : (state.shown[Math.min(Math.max(place, 0), state.shown.length - 1)] ?? ""));
  const scroll = one("#finding").scrollTop;
  await showFinding(state.current);
  if (stays) one("#finding").scrollTop = scroll;
}

// While the texts are read for the first time.
export function followReading() {
  const events = new EventSource("/events");
  events.addEventListener("state", (event) => {
    const now = JSON.parse(event.data);
    if (now.revision) {
      events.close();
      location.reload();
    }
    one("#reading").max = Math.max(1, now.total);
    one("#reading").value = now.done;
    one("#read").textContent = `${now.done} of ${now.total} texts`;
    one("#failure").hidden = !now.failure;
    one("#failure").textContent = now.failure;
  });
}
