// What one can do with a message: answer it, change it, put an emoji at it.

import { part, slot } from "./dom.js";
import { arrow } from "./menu.js";

/** MessageMenu is one list, which goes to the message that it is about. */
export class MessageMenu {
  #list = part("message-menu");
  #button = null; // that has opened it
  #message = null;

  /** deeds are {reply(message), edit(message), react(message, emoji)}. */
  constructor({ reply, edit, react }) {
    const on = (element, then) => element.addEventListener("click", () => this.#done(then));
    on(slot(this.#list, "reply"), reply);
    on(slot(this.#list, "edit"), edit);
    for (const button of this.#list.querySelectorAll("[data-react]")) {
      const { react: emoji } = button.dataset;
      on(button, (message) => react(message, message.reaction === emoji ? "" : emoji));
    }
    this.#list.addEventListener("keydown", (e) => this.#key(e));
    this.#list.addEventListener("focusout", (e) => e.relatedTarget && !this.#has(e.relatedTarget) && this.#close());
    document.addEventListener("pointerdown", (e) => !this.#has(e.target) && this.#close());
  }

  /** toggle opens the list at the button of a message, or closes it there. */
  toggle(message, button) {
    const again = this.#list.isConnected && this.#button === button;
    this.#close();
    if (again) {
      return;
    }
    this.#message = message;
    this.#button = button;
    slot(this.#list, "edit").hidden = message.from_bot || Boolean(message.media);
    for (const emoji of this.#list.querySelectorAll("[data-react]")) {
      emoji.setAttribute("aria-pressed", String(emoji.dataset.react === message.reaction));
    }
    button.after(this.#list);
    button.setAttribute("aria-expanded", "true");
    this.#list.querySelector("button").focus({ preventScroll: true });
    this.#list.scrollIntoView({ block: "nearest" });
  }

  #has(element) {
    return this.#list.contains(element) || Boolean(this.#button?.contains(element));
  }

  #close() {
    this.#list.remove();
    this.#button?.setAttribute("aria-expanded", "false");
  }

  #done(then) {
    this.#close();
    this.#button.focus({ preventScroll: true });
    then(this.#message);
  }

  #key(e) {
    if (e.key === "Escape") {
      e.stopPropagation();
      this.#close();
      this.#button.focus({ preventScroll: true });
    } else {
      arrow(e, this.#list);
    }
  }
}
