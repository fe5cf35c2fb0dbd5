// Single keys, shown on the page and changeable; none of them with Ctrl.

import { announce, make, one } from "./dom.js";

export const ACTIONS = [
  ["confirm", "c", "Confirm the conflict"],
  ["dismiss", "d", "Not a conflict, then a digit for the reason"],
  ["correct", "e", "Correct to a value"],
  ["source", "n", "Needs a source"],
  ["assign", "a", "Assign to somebody"],
  ["undo", "u", "Undo the last decision"],
  ["next", "j", "Next finding (also ↓)"],
  ["previous", "k", "Previous finding (also ↑)"],
  ["note", "t", "Type a note"],
  ["document", "o", "Open the whole texts"],
  ["search", "/", "Search"],
  ["filters", "f", "Go to the filters"],
  ["bulk", "b", "Decide all findings in the list"],
  ["help", "?", "Show and change keys"],
];
const STORE = "factcheck-keys";
const OFF = "factcheck-keys-off";
let keys = {};
let waiting = "";

export function startKeys(run) {
  keys = { ...Object.fromEntries(ACTIONS), ...JSON.parse(localStorage.getItem(STORE) ?? "{}") };
  showKeys();
  one("#keys-list").addEventListener("click", (event) => {
    const button = event.target.closest("button[data-action]");
    if (button) startChange(button.dataset.action);
  });
  one("#keys-reset").addEventListener("click", () => {
    localStorage.removeItem(STORE);
    keys = Object.fromEntries(ACTIONS);
    showKeys();
    announce("Keys as they were at first");
  });
  const off = one("#keys-off");
  off.checked = localStorage.getItem(OFF) === "1";
  off.addEventListener("change", () => localStorage.setItem(OFF, off.checked ? "1" : "0"));
  document.addEventListener("keydown", (event) => pressed(event, run));
}

function pressed(event, run) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (waiting) return changeKey(event);
  if (one("dialog[open]")) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) {
    if (event.key === "Escape") {
      event.target.blur();
      run("list");
    }
    return;
  }
  if (one("#keys-off").checked) return;
  const action = ACTIONS.find(([name]) => keys[name] === event.key)?.[0] ?? arrow(event);
  if (!action) return;
  event.preventDefault();
  if (event.repeat && !["next", "previous"].includes(action)) return; // a key that is held decides once
  run(action);
}

// Arrows move through the list, but not where they scroll a text.
function arrow(event) {
  if (event.target.closest(".whole, [role=menu]")) return "";
  return { ArrowDown: "next", ArrowUp: "previous" }[event.key] ?? "";
}

function startChange(action) {
  waiting = action;
  one(`#keys-list [data-action=${action}]`).textContent = "press a key";
}

function changeKey(event) {
  if (["Shift", "Tab"].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  const action = waiting;
  waiting = "";
  const taken = ACTIONS.find(([name]) => name !== action && keys[name] === event.key);
  if (event.key.length === 1 && event.key !== " " && !taken) {
    keys[action] = event.key;
    localStorage.setItem(STORE, JSON.stringify(keys));
    announce(`${event.key} from now on`);
  } else if (event.key !== "Escape") {
    announce(taken ? `${event.key} is taken: ${taken[2]}` : "Only letters, digits and signs");
  }
  showKeys();
  one(`#keys-list [data-action=${action}]`).focus();
}

function showKeys() {
  one("#keys-list").replaceChildren(
    ...ACTIONS.map(([name, , words]) =>
      make(
        "li",
        {},
        make("span", {}, words),
        make("button", { type: "button", "data-action": name, "aria-label": `${words}: ${keys[name]}. Change` }, keys[name]),
      ),
    ),
  );
  hintKeys();
}

// Writes the keys onto the buttons of a part of the page.
export function hintKeys(root = document) {
  for (const hint of root.querySelectorAll("kbd[data-key]")) hint.textContent = keys[hint.dataset.key];
}
