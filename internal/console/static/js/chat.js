// The phone: one customer's chat, and what they do in it.

import { MessageMenu } from "./about.js";
import { about, post } from "./api.js";
import { byId, slot, word } from "./dom.js";
import { Composer } from "./composer.js";
import { Keyboard } from "./keyboard.js";
import { deepLink, isInvoice } from "./links.js";
import { Log } from "./log.js";
import { menus } from "./menu.js";
import { draw, summary } from "./message.js";
import { formDialog } from "./notice.js";
import { Payment } from "./payment.js";

/** pressLasts is how long a button waits for its answer, in milliseconds. */
const pressLasts = 15000;

/** hour is in seconds. */
const hour = 3600;

export class Chat {
  #store;
  #notice;
  #log;
  #composer;
  #keyboard;
  #payment = new Payment();
  #menu = new MessageMenu({
    reply: (message) => this.#composer.reply(message, summary(message)),
    edit: (message) => this.#composer.edit(message),
    react: (message, emoji) => this.#react(message, emoji),
  });
  #shown = null; // the id of the customer whose chat is drawn
  #username = document.documentElement.dataset.username;

  constructor(store, notice) {
    this.#store = store;
    this.#notice = notice;
    this.#log = new Log(byId("log"), byId("latest"));
    this.#composer = new Composer((deed, body) => this.do(deed, body), () => this.#about());
    this.#keyboard = new Keyboard((key) => this.do("tap", { text: key }));
    this.#listen();
    this.#wire();
    menus();
  }

  /** do does something on the customer's phone. */
  async do(deed, body) {
    try {
      await post(`/customers/${this.#store.current.id}/${deed}`, body);
      return true;
    } catch (e) {
      this.#notice.toast(e.message);
      return false;
    }
  }

  #listen() {
    const on = (kind, then) => this.#store.addEventListener(kind, (e) => then(e.detail));
    on("chat", () => this.#open());
    on("standing", () => this.#stand());
    on("typing", () => this.#type());
    on("answer", (a) => this.#answered(a));
    on("gone", ({ id }) => this.#log.drop(id));
    on("message", ({ message }) => {
      this.#log.put(message, this.#draw);
      this.#stand();
    });
  }

  #wire() {
    for (const id of ["start", "unblock"]) {
      byId(id).addEventListener("click", async () => {
        if (await this.do(id)) {
          this.#composer.focusSoon(); // the button itself goes away
        }
      });
    }
    const link = formDialog("link", () => this.do("start", { text: byId("link-payload").value }));
    byId("link-payload").addEventListener("input", (e) => {
      byId("link-shown").textContent = e.target.value;
    });
    const staff = formDialog("staff", () => this.do("staff", { data: byId("staff-state").value, text: byId("staff-note").value }));
    const deeds = { restart: () => this.do("start"), "deep-link": link, block: () => this.do("block"), staff, hour: () => this.#pass(hour), day: () => this.#pass(24 * hour), return: () => this.#return() };
    for (const button of document.querySelectorAll("[data-do]")) {
      button.addEventListener("click", deeds[button.dataset.do]);
    }
  }

  /** #open draws the chat that is looked at, or what is new in it. */
  #open() {
    const chat = this.#store.current;
    if (chat && chat.id === this.#shown) {
      this.#log.sync([...chat.messages.values()], this.#draw);
    } else {
      this.#shown = chat?.id ?? null;
      this.#composer.clear();
      this.#log.open(chat ? [...chat.messages.values()] : [], this.#draw);
    }
    this.#type();
    this.#stand();
    if (chat && chat.messages.size === 0) {
      this.#describe(chat);
    }
  }

  /** #stand shows what can be done now: start, write, or take the block back. */
  #stand() {
    const chat = this.#store.current;
    const state = !chat ? "nobody" : chat.blocked ? "blocked" : chat.messages.size === 0 ? "empty" : "open";
    byId("phone").dataset.state = state;
    byId("nobody").hidden = state !== "nobody";
    byId("welcome").hidden = state !== "empty";
    byId("start").hidden = state !== "empty";
    byId("blocked").hidden = state !== "blocked";
    byId("chat-menu").disabled = state === "nobody";
    document.querySelector("[data-do=block]").disabled = state === "blocked";
    this.#composer.show(state === "open", chat?.keyboard?.placeholder);
    this.#keyboard.show(state === "open" ? chat.keyboard : null);
  }

  #type() {
    const typing = Boolean(this.#store.current?.typing);
    byId("status-typing").hidden = !typing;
    byId("status-idle").hidden = typing;
  }

  async #describe(chat) {
    const { description } = await this.#about();
    if (chat === this.#store.current) {
      byId("description").textContent = description;
    }
  }

  async #about() {
    try {
      return await about(this.#store.current.id);
    } catch (e) {
      this.#notice.toast(e.message);
      return { description: "", commands: [] };
    }
  }

  #draw = (message) => {
    const chat = this.#store.current;
    return draw(message, {
      id: chat.id,
      messages: chat.messages,
      links: { open: (address) => this.#inside(address), command: (text) => this.do("say", { text }) },
      pay: (message) => this.#bill({ message: message.id }),
      show: (id) => this.#log.show(id),
      press: (id, button, data) => this.#press(id, button, data),
      about: (message, button) => this.#menu.toggle(message, button),
      react: (message, emoji) => this.#react(message, emoji),
      copy: (text) => navigator.clipboard.writeText(text).then(() => this.#notice.toast(word("copied"))),
    });
  };

  /** #inside follows a link that stays on the page, and tells whether it did. */
  #inside(address) {
    if (isInvoice(address)) {
      this.#bill({ link: address });
      return true;
    }
    const payload = deepLink(address, this.#username);
    if (payload === null) {
      return false;
    }
    this.do("start", { text: payload });
    return true;
  }

  /** #bill opens the form that pays an invoice: {message} or {link}. */
  async #bill(bill) {
    const chat = this.#store.current;
    try {
      this.#payment.open(chat, bill, await post(`/customers/${chat.id}/invoice`, bill));
    } catch (e) {
      this.#notice.toast(e.message);
    }
  }

  /** #pass lets time go by. */
  async #pass(seconds) {
    try {
      await post("/pass", { seconds });
      this.#notice.toast(word("time-passed"));
      return true;
    } catch (e) {
      this.#notice.toast(e.message);
      return false;
    }
  }

  /** #return has the customer come back after a week. */
  async #return() {
    if (await this.#pass(7 * 24 * hour)) {
      this.do("start");
    }
  }

  #react(message, emoji) {
    return this.do("react", { message: message.id, data: emoji });
  }

  async #press(message, button, data) {
    wait(button, true);
    setTimeout(() => wait(button, false), pressLasts);
    if (!(await this.do("press", { message, data }))) {
      wait(button, false);
    }
  }

  #answered({ text, alert }) {
    for (const button of document.querySelectorAll(".inline[aria-busy]")) {
      wait(button, false);
    }
    if (text) {
      alert ? this.#notice.alert(text) : this.#notice.toast(text);
    }
  }
}

function wait(button, on) {
  on ? button.setAttribute("aria-busy", "true") : button.removeAttribute("aria-busy");
  slot(button, "busy").hidden = !on;
}
