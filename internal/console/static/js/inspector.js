// What the bot knows of the customer, and why it did what it did.

import { post, read } from "./api.js";
import { byId, fill, part, slot, word } from "./dom.js";
import { moment } from "./moment.js";
import { turn } from "./turn.js";

export class Inspector {
  #store;
  #notice;
  #look;
  #where;
  #asked = 0; // the newest request: older answers are dropped
  #opened = new Set(["turn-last"]); // the keys of what is folded open

  /** look shows a place on the map; where is told each time where the talk is. */
  constructor(store, notice, { look, where }) {
    this.#store = store;
    this.#notice = notice;
    this.#look = look;
    this.#where = where;
    for (const kind of ["chat", "turn", "files"]) {
      store.addEventListener(kind, () => this.#ask());
    }
    for (const button of document.querySelectorAll("[data-pass]")) {
      button.addEventListener("click", () => this.#do("/pass", { seconds: Number(button.dataset.pass) }));
    }
  }

  async #ask() {
    const customer = this.#store.current;
    const asked = ++this.#asked;
    if (!customer) {
      this.#show(null);
      return;
    }
    try {
      const seen = await read(`/workbench/customers/${customer.id}`);
      if (asked === this.#asked) {
        this.#show(seen);
      }
    } catch (e) {
      this.#notice.toast(e.message);
    }
  }

  #show(seen) {
    byId("inspector-empty").hidden = seen !== null;
    byId("inspection").hidden = seen === null;
    if (seen) {
      this.#draw(seen);
    }
    this.#where(seen);
  }

  #draw(seen) {
    this.#question(seen.question);
    byId("now-flows").textContent = (seen.flows ?? []).join("\n") || "–";
    moment(byId("now-time"), seen.now);
    this.#list("due", seen.due, (d) => this.#due(d));
    this.#list("field", seen.fields, field);
    this.#list("turn", seen.turns, (t, i) => this.#turn(t, i));
    byId("session").textContent = JSON.stringify(seen.session, null, 2);
  }

  /** #question names the open question, as a way to its place on the map. */
  #question(question) {
    const place = byId("now-question");
    if (!question) {
      place.textContent = word("nothing-open");
      return;
    }
    const link = document.createElement("button");
    link.type = "button";
    link.className = "link-button";
    link.textContent = `${question.flow} › ${question.step} (${question.kind})`;
    link.addEventListener("click", () => this.#look({ flow: question.flow, line: question.place.line }));
    place.replaceChildren(link);
  }

  /** #list draws one of the lists, and keeps the focus at the same place in it. */
  #list(name, items, draw) {
    const list = byId(`${name}-list`);
    const at = [...list.querySelectorAll("button, summary")].indexOf(document.activeElement);
    list.replaceChildren(...(items ?? []).map(draw));
    byId(`no-${name === "due" ? name : `${name}s`}`).hidden = list.childElementCount > 0;
    if (at >= 0) {
      const left = list.querySelectorAll("button, summary");
      (left[Math.min(at, left.length - 1)] ?? byId("inspector")).focus({ preventScroll: true });
    }
  }

  #due(d) {
    const element = part("due");
    fill(element, "what", word(`due-${d.kind}`).replace("{n}", String(d.number ?? "")).replace("{name}", d.name ?? ""));
    moment(slot(element, "at"), d.at);
    slot(element, "fire").addEventListener("click", () => this.#do(`/workbench/customers/${this.#store.current.id}/fire`, { due: d.id }));
    return element;
  }

  #turn(t, index) {
    const element = turn(t, (place) => this.#look(place));
    for (const [i, details] of [...element.querySelectorAll("details")].entries()) {
      const key = i === 0 && index === 0 ? "turn-last" : `turn-${t.number}-${i}`;
      details.open = this.#opened.has(key);
      details.addEventListener("toggle", () => (details.open ? this.#opened.add(key) : this.#opened.delete(key)));
    }
    return element;
  }

  async #do(path, body) {
    try {
      await post(path, body);
    } catch (e) {
      this.#notice.toast(e.message);
    }
  }
}

function field(f) {
  const element = part("field");
  element.classList.toggle("news", Boolean(f.fresh));
  fill(element, "name", f.name);
  fill(element, "value", f.value || word("unknown")).classList.toggle("unknown", !f.value);
  const from = [f.how && word(`how-${f.how}`), f.flow, f.run ? word("this-run") : ""].filter(Boolean).join(" · ");
  fill(element, "from", from);
  if (f.at) {
    const at = document.createElement("time");
    moment(at, f.at);
    slot(element, "from").append(from ? " · " : "", at);
  }
  return element;
}
