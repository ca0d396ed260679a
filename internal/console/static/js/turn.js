// One turn as an element: what was done, what the bot went by, what came of it.

import { fill, part, slot, word } from "./dom.js";
import { hour } from "./moment.js";

/** turn makes the element of a turn; look shows a place on the map. */
export function turn(t, look) {
  const element = part("turn");
  fill(element, "number", String(t.number));
  fill(element, "did", t.did);
  hour(slot(element, "at"), t.at);
  list(element, "decisions", t.decisions, (d) => decision(d, look));
  list(element, "events", t.events, event);
  list(element, "calls", t.calls, call);
  return element;
}

function list(element, name, items, draw) {
  const place = slot(element, name);
  items?.length ? place.replaceChildren(...items.map(draw)) : place.remove();
}

function decision(d, look) {
  const element = part("decision");
  element.classList.add(d.held ? "held" : "not-held");
  fill(element, "held", d.held ? "✓" : "✗");
  fill(element, "verdict", `${word(d.held ? "held" : "not-held")}: `);
  fill(element, "what", (d.what ?? []).map((key) => key.name || word("nth").replace("{n}", String(key.number))).join(" "));
  const at = fill(element, "place", `${d.place.file}:${d.place.line}`);
  at.addEventListener("click", () => look({ file: d.place.file, line: d.place.line }));
  fill(element, "condition", d.condition);
  fill(element, "values", (d.values ?? []).map(([name, value]) => `${name} = ${value || word("unknown")}`).join(", "));
  return element;
}

function event(e) {
  const element = part("event");
  fill(element, "words", word(`event-${e.name}`));
  fill(element, "about", [e.place, e.detail].filter(Boolean).join(" · "));
  return element;
}

function call(c) {
  const element = part("call");
  fill(element, "method", c.method);
  fill(element, "error", c.error ?? "");
  fill(element, "params", JSON.stringify(c.params, null, 2)).setAttribute("aria-label", c.method);
  return element;
}
