// Making and finding elements; texts only ever become text nodes.

export function one(selector, root = document) {
  return root.querySelector(selector);
}

export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(key, "");
    else if (value !== false && value != null) element.setAttribute(key, value);
  }
  element.append(...children.filter((child) => child != null));
  return element;
}

// The only way from HTML to elements: what our own server wrote, every text in it escaped.
const trusted = globalThis.trustedTypes?.createPolicy("factcheck", { createHTML: (html) => html });

export function fragment(html) {
  const holder = document.createElement("template");
  holder.innerHTML = trusted ? trusted.createHTML(html) : html;
  return holder.content;
}

export function embedded(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

let clearing = 0;

// Says it aloud and shows it for a while; the same words twice are said twice.
export function announce(words) {
  const place = one("#said");
  clearTimeout(clearing);
  if (place.textContent !== words) place.textContent = words;
  else {
    place.textContent = "";
    setTimeout(() => (place.textContent = words), 30);
  }
  clearing = setTimeout(() => (place.textContent = ""), 8000);
}

export function localTime(when) {
  const time = new Date(when);
  if (Number.isNaN(time.getTime())) return when;
  const day = time.toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric" });
  return `${day}, ${time.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })}`;
}
