// Where a customer writes, attaches things and picks commands.

import { byId, fill, part } from "./dom.js";

export class Composer {
  #form = byId("composer");
  #text = byId("text");
  #own = this.#text.placeholder;
  #do;
  #focus = false;

  /** perform does a deed; about reads the bot's commands. */
  constructor(perform, about) {
    this.#do = perform;
    this.#form.addEventListener("submit", (e) => {
      e.preventDefault();
      this.#say();
    });
    this.#text.addEventListener("keydown", (e) => {
      if (e.key === "Enter" && !e.shiftKey && !e.isComposing) {
        e.preventDefault();
        this.#say();
      }
    });
    for (const button of document.querySelectorAll("[data-send]")) {
      button.addEventListener("click", () => this.#do(button.dataset.send));
    }
    byId("commands-list").addEventListener("menu-open", async () => this.#list((await about()).commands));
  }

  /** show shows or hides it. */
  show(on, placeholder) {
    this.#form.hidden = !on;
    this.#text.placeholder = placeholder || this.#own;
    if (on && this.#focus) {
      this.#focus = false;
      this.#text.focus();
    }
  }

  /** clear forgets what was being written, for another chat. */
  clear() {
    this.#text.value = "";
  }

  /** focusSoon puts the cursor in when the field is there. */
  focusSoon() {
    this.#focus = this.#form.hidden;
    this.#text.focus();
  }

  async #say() {
    const text = this.#text.value.trim();
    if (!text) {
      return;
    }
    this.#text.value = "";
    if (!(await this.#do("say", { text })) && this.#text.value === "") {
      this.#text.value = text; // nothing written is lost
    }
  }

  #list(commands) {
    const rows = commands.map(({ name, description }) => {
      const row = part("command");
      fill(row, "name", `/${name}`);
      fill(row, "description", description);
      row.addEventListener("click", () => {
        this.#do("say", { text: `/${name}` });
        this.#text.focus();
      });
      return row;
    });
    const empty = byId("no-commands");
    empty.hidden = rows.length > 0;
    byId("commands-list").replaceChildren(empty, ...rows);
    rows[0]?.focus();
  }
}
