// Where the page is: the finding and the filters in the address, on the server's paths or behind a "#".

import { state } from "./state.js";

export function here() {
  if (!state.offline) {
    const match = /^\/finding\/([^/]+)$/.exec(location.pathname);
    return { page: "findings", finding: match ? match[1] : "", params: new URLSearchParams(location.search) };
  }
  const [path, query] = location.hash.replace(/^#\/?/, "").split("?");
  const [page, ...rest] = path.split("/");
  const finding = page === "finding" ? rest.join("/") : "";
  return { page: page || "findings", name: decodeURIComponent(rest.join("/")), finding, params: new URLSearchParams(query ?? "") };
}

export function address(finding, params) {
  const query = params.toString();
  const path = finding ? `finding/${finding}` : "findings";
  return (state.offline ? "#/" : "/") + path + (query ? `?${query}` : "");
}

// `step` keeps the present address for the Back key.
export function go(finding, params, step = false) {
  const target = address(finding, params);
  if (step) history.pushState(null, "", target);
  else history.replaceState(null, "", target);
}
