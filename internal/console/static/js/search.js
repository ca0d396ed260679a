// Search among the steps of a map.

import { byId, word } from "./dom.js";

export class Search {
  #reach;
  #query = byId("map-query");
  #out = byId("map-hits");
  #boxes = [];
  #drawn = new Map();
  #hits = [];
  #at = -1;

  /** reach shows a box by its id. */
  constructor(reach) {
    this.#reach = reach;
    this.#query.addEventListener("input", () => this.#look());
    byId("map-search").addEventListener("submit", (e) => {
      e.preventDefault();
      this.#next(1);
    });
    this.#query.addEventListener("keydown", (e) => {
      if (e.key === "Enter" && e.shiftKey) {
        e.preventDefault();
        this.#next(-1);
      }
    });
  }

  /** among searches these boxes from now on; on another map it begins anew. */
  among(boxes, drawn, other) {
    this.#boxes = boxes;
    this.#drawn = drawn;
    this.#look(other);
  }

  #look(anew = true) {
    const query = this.#query.value.trim().toLowerCase();
    this.#hits = query ? this.#boxes.filter((b) => holds(b, query)).map((b) => b.id) : [];
    const hits = new Set(this.#hits);
    for (const [id, element] of this.#drawn) {
      element.classList.toggle("hit", hits.has(id));
    }
    this.#at = anew ? -1 : Math.min(this.#at, this.#hits.length - 1);
    this.#tell(query);
  }

  #next(step) {
    const n = this.#hits.length;
    if (n > 0) {
      this.#at = this.#at < 0 && step < 0 ? n - 1 : (this.#at + step + n) % n;
      this.#reach(this.#hits[this.#at]);
      this.#tell(" ");
    }
  }

  #tell(query) {
    const n = this.#hits.length;
    const found = this.#at < 0 ? String(n) : `${this.#at + 1}/${n}`;
    this.#out.textContent = !query ? "" : n === 0 ? word("no-hits") : found;
  }
}

function holds(box, query) {
  const words = [box.step, box.kind, box.source, ...(box.texts ?? []), ...(box.rows ?? []).map((r) => r.text)];
  return words.some((w) => w?.toLowerCase().includes(query));
}
