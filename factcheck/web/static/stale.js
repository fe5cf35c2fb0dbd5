// On pages that are read, not worked on: says when the texts have changed.

const revision = Number(document.body.dataset.revision);
const changes = new EventSource("/events");
changes.addEventListener("state", (event) => {
  document.getElementById("stale").hidden = JSON.parse(event.data).revision === revision;
});
addEventListener("pagehide", () => changes.close());
