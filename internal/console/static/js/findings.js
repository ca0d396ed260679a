// What is wrong with the files, over the last version that could be used, and
// where the talks went another way on the new one.

import { byId, coded, counted, fill, part, slot, word } from "./dom.js";

export class Findings {
  #store;
  #look;
  #box = byId("findings");
  #button = byId("files-state");
  #opened = false; // by itself, for something that is wrong
  #told = ""; // what was last worth opening for

  /** look shows a place on the map. */
  constructor(store, look) {
    this.#store = store;
    this.#look = look;
    this.#button.addEventListener("click", () => this.#open(this.#box.hidden, true));
    byId("findings-close").addEventListener("click", () => this.#open(false, true));
    this.#box.addEventListener("keydown", (e) => e.key === "Escape" && this.#open(false, true));
    store.addEventListener("files", () => this.#draw(store.files));
  }

  #draw(files) {
    const findings = files.findings ?? [];
    const parted = files.parted ?? [];
    this.#say(files, findings, parted);
    byId("bench-dir").textContent = shownDir(files.dir);
    byId("last-good").hidden = files.good;
    byId("no-findings").hidden = findings.length > 0;
    byId("checking").hidden = files.checked || !files.good;
    byId("finding-list").replaceChildren(...findings.map((d, i) => this.#finding(d, i)));
    byId("parted").hidden = parted.length === 0;
    byId("parted-list").replaceChildren(...parted.map((p) => this.#parted(p)));
    this.#attend(files, parted);
  }

  /** #say tells in the bar how the files are. */
  #say(files, findings, parted) {
    const errors = findings.filter((d) => d.severity === "error").length;
    const warnings = findings.length - errors;
    const words = [];
    if (errors) {
      words.push(counted("errors", errors));
    }
    if (warnings) {
      words.push(counted("warnings", warnings));
    }
    if (parted.length) {
      words.push(counted("parted", parted.length));
    }
    byId("files-words").textContent = words.join(", ") || word("files-good");
    byId("files-told").textContent = byId("files-words").textContent;
    this.#button.dataset.state = !files.good || errors ? "broken" : words.length ? "warned" : "good";
  }

  /**
   * #attend opens the list when something has gone wrong, and closes it when
   * that is mended and nobody else has opened it.
   */
  #attend(files, parted) {
    const worth = !files.good ? "broken" : parted.length ? JSON.stringify(parted) : "";
    if (worth && worth !== this.#told) {
      if (this.#box.hidden) {
        this.#open(true, false);
        this.#opened = true;
      }
    } else if (!worth && this.#opened) {
      this.#open(false, false);
    }
    this.#told = worth;
  }

  /** #open shows or hides the list; the focus goes along if asked for. */
  #open(on, byHand) {
    const inside = this.#box.contains(document.activeElement);
    this.#opened = false;
    this.#box.hidden = !on;
    this.#button.setAttribute("aria-expanded", String(on));
    if (on && byHand) {
      byId("findings-title").focus();
    } else if (!on && inside) {
      this.#button.focus();
    }
  }

  #finding(d, index) {
    const element = part("finding");
    element.classList.add(d.severity);
    fill(element, "severity", word(d.severity === "error" ? "error" : "warning"));
    fill(element, "place", `${d.file}:${d.line}:${d.col}`);
    slot(element, "message").replaceChildren(...coded(d.message));
    source(element, d);
    const help = slot(element, "help");
    help.replaceChildren(...coded(d.help ?? ""));
    help.hidden = !d.help;
    fill(element, "code", d.code);
    const show = slot(element, "show");
    const flow = (this.#store.files.flows ?? []).find((f) => f.place.file === d.file);
    show.hidden = !flow;
    show.addEventListener("click", () => {
      this.#open(false, false);
      this.#look({ flow: flow.id, finding: index, line: d.line });
    });
    return element;
  }

  #parted(p) {
    const element = part("parted");
    fill(element, "name", this.#store.customers.get(p.customer)?.name ?? "");
    fill(element, "turn", word("turn-named").replace("{n}", String(p.turn)));
    fill(element, "did", p.did);
    for (const side of ["before", "after"]) {
      slot(element, side).replaceChildren(...(p[side] ?? []).map(line));
    }
    fill(element, "lost", p.lost ? counted("lost", p.lost) : "").hidden = !p.lost;
    return element;
  }
}

/** shownDir is the folder as it was named, where that says something. */
function shownDir(dir) {
  return dir === "." ? "" : dir || word("built-in");
}

/** source shows the line of a finding, with what is meant marked in it. */
function source(element, d) {
  const shown = slot(element, "source");
  shown.hidden = !d.source;
  const runes = [...(d.source ?? "")]; // columns count characters, not units
  fill(element, "before", runes.slice(0, d.col - 1).join(""));
  fill(element, "marked", runes.slice(d.col - 1, Math.max(d.end_col - 1, d.col)).join(""));
  fill(element, "after", runes.slice(Math.max(d.end_col - 1, d.col)).join(""));
}

function line(text) {
  const element = document.createElement("li");
  element.textContent = text;
  return element;
}
