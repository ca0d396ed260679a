// Where a customer writes, attaches things and picks commands.

import { byId, fill, part } from "./dom.js";

export class Composer {
  #form = byId("composer");
  #text = byId("text");
  #own = this.#text.placeholder;
  #do;
  #focus = false;
  #about = null; // {deed, message}: what is being answered or changed

  /** perform does a deed; about reads the bot's commands. */
  constructor(perform, about) {
    this.#do = perform;
    this.#form.addEventListener("submit", (e) => {
      e.preventDefault();
      this.#say();
    });
    this.#text.addEventListener("keydown", (e) => {
      if (e.key === "Escape" && this.#about) {
        this.#stop();
      }
      if (e.key === "Enter" && !e.shiftKey && !e.isComposing) {
        e.preventDefault();
        this.#say();
      }
    });
    byId("about-stop").addEventListener("click", () => this.#stop());
    for (const button of document.querySelectorAll("[data-send]")) {
      button.addEventListener("click", () => this.#do(button.dataset.send));
    }
    byId("commands-list").addEventListener("menu-open", async () => this.#list((await about()).commands));
  }

  /** show shows or hides it. */
  show(on, placeholder) {
    this.#form.hidden = !on;
    if (!on) {
      this.#turnTo(null);
    }
    this.#text.placeholder = placeholder || this.#own;
    if (on && this.#focus) {
      this.#focus = false;
      this.#text.focus();
    }
  }

  /** clear forgets what was being written, for another chat. */
  clear() {
    this.#text.value = "";
    this.#turnTo(null);
  }

  /** reply turns the next text into an answer to a message, shown by a line. */
  reply(message, line) {
    this.#turnTo({ deed: "reply", message }, line);
    this.#text.focus();
  }

  /** edit has a text that was sent changed. */
  edit(message) {
    this.#turnTo({ deed: "edit", message }, message.text);
    this.#text.value = message.text;
    this.#text.focus();
  }

  #stop() {
    if (this.#about?.deed === "edit") {
      this.#text.value = "";
    }
    this.#turnTo(null);
    this.#text.focus();
  }

  #turnTo(about, line = "") {
    this.#about = about;
    byId("about-message").hidden = !about;
    byId("about-reply").hidden = about?.deed !== "reply";
    byId("about-edit").hidden = about?.deed !== "edit";
    byId("about-text").textContent = line;
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
    const about = this.#about;
    this.#text.value = "";
    this.#turnTo(null);
    if (!(await this.#do(about?.deed ?? "say", { text, message: about?.message.id })) && this.#text.value === "") {
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
