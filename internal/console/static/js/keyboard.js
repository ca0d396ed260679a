// The reply keyboard under the text field.

import { byId, fill, part } from "./dom.js";

export class Keyboard {
  #root = byId("keyboard");
  #toggle = byId("keyboard-toggle");
  #tap;
  #drawn = "null";

  constructor(tap) {
    this.#tap = tap;
    this.#toggle.addEventListener("click", () => this.#open(this.#root.hidden));
  }

  /** show shows a keyboard, or takes it away if it is null. */
  show(keyboard) {
    const json = JSON.stringify(keyboard ?? null);
    if (json === this.#drawn) {
      return;
    }
    this.#drawn = json;
    const focused = this.#root.contains(document.activeElement);
    this.#root.replaceChildren(...(keyboard?.rows ?? []).map((row) => this.#row(row)));
    this.#toggle.hidden = !keyboard;
    this.#open(Boolean(keyboard));
    if (focused) {
      byId("text").focus(); // the key that had the focus is gone
    }
  }

  #open(on) {
    this.#root.hidden = !on;
    this.#toggle.setAttribute("aria-expanded", String(on));
  }

  #row(keys) {
    const row = document.createElement("div");
    row.className = "keyboard-row";
    row.append(...keys.map((key) => this.#key(key)));
    return row;
  }

  #key({ text, shares }) {
    const element = part(shares ? `key-${shares}` : "key");
    fill(element, "label", text);
    element.addEventListener("click", () => this.#tap(text));
    return element;
  }
}
