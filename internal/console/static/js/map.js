// The map: a flow, or the whole bot, as a drawing that follows the talk.

import { read } from "./api.js";
import { byId, counted } from "./dom.js";
import { draw } from "./drawing.js";
import { Search } from "./search.js";
import { StepCard } from "./step.js";
import { Viewport } from "./viewport.js";
import { beside } from "./walk.js";

export class MapPanel {
  #store;
  #notice;
  #flow = ""; // that is shown; "": the whole bot
  #map = null;
  #drawn = new Map(); // box id -> its element
  #boxes = new Map(); // box id -> box
  #folded = new Map(); // flow -> ids of its folded boxes
  #following = true;
  #seen = null; // what is known of the customer
  #asked = 0; // the newest request: older answers are dropped
  #chosen = null; // the id of a box
  #select = byId("map-flow");
  #view;
  #card;
  #search;

  constructor(store, notice) {
    this.#store = store;
    this.#notice = notice;
    this.#view = new Viewport(byId("map-view"));
    this.#card = new StepCard({ close: () => this.#close(), fold: (id) => this.#fold(id), flow: (id) => this.#go(id) });
    this.#search = new Search((id) => this.#reach(id));
    store.addEventListener("files", () => this.#list());
    store.addEventListener("numbers", () => this.#map && this.#show(this.#map, false));
    this.#wire();
  }

  /** follow is told each time where the talk of the customer stands. */
  follow(seen) {
    this.#seen = seen;
    if (this.#following && seen?.question) {
      this.#flow = seen.question.flow;
    }
    return this.#load(this.#following);
  }

  /** find shows a place: {flow or file, line, finding}, as far as it is known. */
  async find({ flow, file, line, finding }) {
    const found = flow ?? this.#flows().find((f) => f.place.file === file)?.id;
    if (found === undefined) {
      return;
    }
    this.#leave();
    this.#flow = found;
    await this.#load(false);
    const box = nearest([...this.#boxes.values()], { line, finding });
    if (box) {
      this.#reach(box.id);
    }
  }

  #flows() {
    return this.#store.files?.flows ?? [];
  }

  #wire() {
    const view = byId("map-view");
    this.#select.addEventListener("change", () => this.#go(this.#select.value));
    byId("map-follow").addEventListener("click", () => (this.#following ? this.#leave() : this.#join()));
    byId("map-in").addEventListener("click", () => this.#view.zoom(1.25));
    byId("map-out").addEventListener("click", () => this.#view.zoom(0.8));
    byId("map-fit").addEventListener("click", () => this.#view.fit());
    view.addEventListener("click", (e) => this.#clicked(e.target));
    view.addEventListener("keydown", (e) => this.#key(e));
    addEventListener("view", (e) => e.detail === "map" && this.#map && this.#view.come());
  }

  #leave() {
    this.#following = false;
    byId("map-follow").setAttribute("aria-pressed", "false");
  }

  #join() {
    this.#following = true;
    byId("map-follow").setAttribute("aria-pressed", "true");
    this.follow(this.#seen);
  }

  /** #go shows a flow that the reader has chosen. */
  #go(flow) {
    if (flow !== this.#seen?.question?.flow) {
      this.#leave();
    }
    this.#flow = flow;
    return this.#load(true);
  }

  /** #list offers the flows. */
  #list() {
    const options = this.#flows().map(({ id, steps }) => {
      const option = document.createElement("option");
      option.value = id;
      option.textContent = `${id} (${counted("steps", steps)})`;
      return option;
    });
    this.#select.replaceChildren(this.#select.options[0], ...options);
    this.#select.value = this.#flow;
  }

  /** #load reads the map; toTalk brings the open step into sight. */
  async #load(toTalk) {
    const customer = this.#store.current;
    const asked = ++this.#asked;
    this.#select.value = this.#flow;
    const folded = [...(this.#folded.get(this.#flow) ?? [])].map((id) => ["fold", id]);
    try {
      const map = await read("/workbench/map", [["customer", customer?.id ?? 0], ["flow", this.#flow], ...folded]);
      if (asked === this.#asked) {
        this.#show(map, toTalk);
      }
    } catch (e) {
      if (asked === this.#asked && this.#flow !== "") {
        this.#flow = ""; // the flow is gone
        await this.#load(toTalk);
      } else {
        this.#notice.toast(e.message);
      }
    }
  }

  #show(map, toTalk) {
    const other = this.#map?.flow !== map.flow;
    const had = document.activeElement?.closest?.(".box")?.dataset.id;
    this.#map = map;
    this.#boxes = new Map(map.boxes.map((b) => [b.id, b]));
    const { svg, boxes } = draw(map, this.#store.files?.findings ?? [], this.#store.numbers);
    this.#drawn = boxes;
    byId("map-view").dataset.flow = map.flow;
    this.#view.put(svg, map, other);
    this.#search.among(map.boxes, boxes, other);
    this.#choose(other ? null : this.#chosen);
    const open = map.boxes.find((b) => b.open);
    if ((toTalk && open) || other) {
      this.#view.reveal(open ?? map.boxes[0], 0, other);
    }
    this.#drawn.get(had)?.focus({ preventScroll: true });
  }

  /** #choose marks a box and shows its card; null takes both away. */
  #choose(id) {
    const box = this.#boxes.get(id) ?? null;
    this.#chosen = box ? id : null;
    for (const [each, element] of this.#drawn) {
      element.classList.toggle("chosen", each === this.#chosen);
      element.setAttribute("aria-pressed", String(each === this.#chosen));
    }
    const stop = this.#chosen ?? this.#map?.boxes.find((b) => b.open)?.id ?? this.#map?.boxes[0]?.id;
    for (const [each, element] of this.#drawn) {
      element.setAttribute("tabindex", each === stop ? "0" : "-1");
    }
    this.#card.show(box, this.#store.files?.findings ?? [], this.#flow);
  }

  /** #reach chooses a box and brings it into sight. */
  #reach(id) {
    this.#choose(id);
    this.#view.reveal(this.#boxes.get(id), this.#card.height());
  }

  #close() {
    const id = this.#chosen;
    this.#choose(null);
    this.#drawn.get(id)?.focus({ preventScroll: true });
  }

  #fold(id) {
    const folded = this.#folded.get(this.#flow) ?? new Set();
    this.#folded.set(this.#flow, folded);
    folded.has(id) ? folded.delete(id) : folded.add(id);
    return this.#load(false);
  }

  #clicked(target) {
    const id = target.closest(".box")?.dataset.id;
    if (!id || this.#view.dragged) {
      return;
    }
    if (target.closest(".fold")) {
      this.#fold(id);
    } else {
      this.#press(id);
    }
  }

  /** #press opens a flow on the map of the bot, and the card of a step. */
  #press(id) {
    const { flow } = this.#boxes.get(id);
    if (this.#flow === "" && flow && this.#flows().some((f) => f.id === flow)) {
      this.#go(flow).then(() => byId("map-view").focus());
    } else {
      this.#reach(id);
      this.#drawn.get(id).focus({ preventScroll: true });
    }
  }

  #key(e) {
    const zoom = { "+": () => this.#view.zoom(1.25), "-": () => this.#view.zoom(0.8), 0: () => this.#view.fit() }[e.key];
    const id = e.target.closest(".box")?.dataset.id;
    if (zoom && !e.ctrlKey && !e.metaKey) {
      zoom();
    } else if (!id) {
      return;
    } else if (e.key === "Enter" || e.key === " ") {
      this.#press(id);
    } else if (e.key === "f" && this.#boxes.get(id).folds) {
      this.#fold(id);
    } else if (e.key === "Escape" && this.#chosen) {
      this.#close();
    } else {
      this.#walk(e, id);
      return;
    }
    e.preventDefault();
  }

  #walk(e, id) {
    const next = beside(this.#map, this.#boxes.get(id), e.key);
    if (next) {
      e.preventDefault();
      this.#drawn.get(id).setAttribute("tabindex", "-1");
      this.#drawn.get(next.id).setAttribute("tabindex", "0");
      this.#drawn.get(next.id).focus({ preventScroll: true });
      this.#view.reveal(next, this.#card.height());
    }
  }
}

/** nearest is the box with a finding, else the one whose lines hold a line. */
function nearest(boxes, { line, finding }) {
  const placed = boxes.filter((b) => b.place?.line && b.place.line <= line).sort((a, b) => b.place.line - a.place.line);
  return boxes.find((b) => b.findings?.includes(finding)) ?? placed[0];
}
