// The card of a step that is chosen on the map: its place, what is wrong with
// it, its texts, and its lines in the file.

import { byId, coded, slot, word } from "./dom.js";

export class StepCard {
  #root = byId("step");
  #box = null;

  /** does is {close(), fold(id), flow(id)}. */
  constructor(does) {
    byId("step-close").addEventListener("click", () => does.close());
    byId("step-fold").addEventListener("click", () => does.fold(this.#box.id));
    byId("step-flow").addEventListener("click", () => does.flow(this.#box.flow));
    this.#root.addEventListener("keydown", (e) => e.key === "Escape" && does.close());
  }

  /** height is how much of the map it covers, in pixels. */
  height() {
    return this.#root.hidden ? 0 : this.#root.offsetHeight;
  }

  /** show shows a box of the flow that is drawn, or nothing if it is null. */
  show(box, findings, flow) {
    this.#box = box;
    this.#root.hidden = box === null;
    if (!box) {
      return;
    }
    const row = (kind) => box.rows?.find((r) => r.class === kind)?.text ?? "";
    byId("step-kind").textContent = box.kind ?? "";
    byId("step-title").textContent = row("name") || row("text") || box.flow || flow;
    byId("step-place").textContent = box.place?.file ? `${box.place.file}:${box.place.line}` : "";
    lines("step-findings", (box.findings ?? []).map((i) => findings[i]).filter(Boolean), finding);
    lines("step-texts", box.texts ?? [], (text) => [[text], ""]);
    byId("step-source").textContent = box.source ?? "";
    const other = byId("step-flow");
    other.hidden = !box.flow || box.flow === flow;
    other.textContent = word("show-flow").replace("{name}", box.flow ?? "");
    const fold = byId("step-fold");
    fold.hidden = !box.folds && !box.folded;
    slot(fold, "fold").hidden = Boolean(box.folded);
    slot(fold, "unfold").hidden = !box.folded;
  }
}

const finding = (d) => [coded([d.message, d.help].filter(Boolean).join("\n")), d.severity];

/** lines fills a list; write gives the parts and the class of an item. */
function lines(id, items, write) {
  const made = items.map((item) => {
    const element = document.createElement("li");
    const [parts, kind] = write(item);
    element.append(...parts);
    element.className = kind;
    return element;
  });
  byId(id).replaceChildren(...made);
}
