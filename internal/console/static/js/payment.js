// The form that pays an invoice, with test money.

import { post } from "./api.js";
import { fullName } from "./customers.js";
import { byId, fill, part, slot, word } from "./dom.js";
import { money } from "./money.js";

/** Payment is the form: address, way of shipping, tip, and what is to happen. */
export class Payment {
  #dialog = byId("pay-dialog");
  #form = byId("pay-form");
  #chat = null; // the customer who pays
  #bill = null; // {message} or {link}
  #invoice = null;
  #ways = null; // null until the bot was asked

  constructor() {
    this.#dialog.querySelector("[data-close]").addEventListener("click", () => this.#dialog.close());
    this.#form.addEventListener("submit", (e) => {
      e.preventDefault();
      this.#submit();
    });
    this.#form.addEventListener("input", (e) => this.#changed(e.target));
    byId("pay-known").addEventListener("change", (e) => this.#known(e.target.value));
  }

  /** open shows the form for an invoice. */
  open(chat, bill, invoice) {
    this.#chat = chat;
    this.#bill = bill;
    this.#invoice = invoice;
    this.#form.reset();
    byId("pay-title").textContent = invoice.title;
    byId("pay-description").textContent = invoice.description;
    byId("pay-stars").hidden = invoice.currency !== "XTR";
    fill(this.#form, "stars", money(invoice.stars ?? 0, invoice));
    this.#ask();
    this.#offerTips();
    this.#forget();
    this.#busy(false);
    this.#say("");
    this.#dialog.showModal();
    if (!invoice.asks) {
      byId("pay-submit").focus();
    }
  }

  /** #ask shows the fields that the invoice asks for, filled in. */
  #ask() {
    const asks = new Set(this.#invoice.asks ?? []);
    const to = byId("pay-to");
    to.hidden = asks.size === 0;
    for (const field of to.querySelectorAll("[data-ask]")) {
      const shown = asks.has(field.dataset.ask);
      const input = field.querySelector("input");
      field.hidden = !shown;
      if (input) {
        input.required = shown && !field.classList.contains("optional");
        input.disabled = !shown;
      }
    }
    slot(to, "goods").hidden = !asks.has("address");
    slot(to, "details").hidden = asks.has("address");
    this.#form.elements.name.value = fullName(this.#chat);
    this.#form.elements.email.value = "customer@example.com";
    this.#known(byId("pay-known").value);
  }

  /** #known fills in a test address; "" clears the fields for another one. */
  #known(json) {
    const address = json ? JSON.parse(json) : {};
    for (const name of ["phone", "street", "street2", "post_code", "city", "state", "country"]) {
      this.#form.elements[name].value = address[name] ?? "";
    }
    this.#forget();
  }

  #offerTips() {
    const { max_tip: most = 0, tips = [], digits } = this.#invoice;
    byId("pay-tips").hidden = most === 0;
    const list = byId("pay-tip-list");
    list.replaceChildren();
    for (const tip of [0, ...tips]) {
      list.append(choice("tip", tip, tip ? money(tip, this.#invoice) : word("pay-no-tip"), "", tip === 0));
    }
    const own = byId("pay-tip");
    own.max = most / 10 ** digits;
    own.step = 1 / 10 ** digits;
  }

  /** #changed keeps what is shown in step with what is filled in. */
  #changed(input) {
    if (input.id === "pay-tip" && input.value) {
      this.#form.querySelector("[name=tip]:checked").checked = false;
    } else if (input.name === "tip") {
      byId("pay-tip").value = "";
    } else if (byId("pay-to").contains(input)) {
      this.#forget();
    }
    this.#sum();
  }

  /** #forget drops the ways of shipping: they were for another address. */
  #forget() {
    this.#ways = null;
    byId("pay-ways").hidden = true;
    byId("pay-ways").querySelectorAll(".choice").forEach((c) => c.remove());
    this.#sum();
  }

  #tip() {
    const own = byId("pay-tip");
    const chosen = this.#form.querySelector("[name=tip]:checked");
    return own.value ? Math.round(own.valueAsNumber * 10 ** this.#invoice.digits) : Number(chosen?.value ?? 0);
  }

  #way() {
    return this.#ways?.find((w) => w.id === this.#form.querySelector("[name=way]:checked")?.value);
  }

  /** #sum lists what is paid. */
  #sum() {
    const way = this.#way();
    const tip = this.#tip();
    const lines = [...this.#invoice.lines];
    if (way) {
      lines.push({ label: way.label, amount: way.price });
    }
    if (tip) {
      lines.push({ label: word("pay-tip-line"), amount: tip });
    }
    const total = lines.reduce((sum, line) => sum + line.amount, 0);
    byId("pay-lines").replaceChildren(...lines.map((l) => this.#line("pay-line", l.amount, l.label)), this.#line("pay-total", total));
    const submit = byId("pay-submit");
    fill(submit, "amount", money(total, this.#invoice));
    slot(submit, "go-on").hidden = !this.#asking();
    slot(submit, "pay").hidden = this.#asking();
  }

  #line(name, amount, label) {
    const element = part(name);
    fill(element, "amount", money(amount, this.#invoice));
    if (label) {
      fill(element, "label", label);
    }
    return element;
  }

  /** #asking tells whether the bot is to be asked for ways of shipping first. */
  #asking() {
    return Boolean(this.#invoice.flexible) && this.#ways === null;
  }

  async #submit() {
    this.#busy(true);
    this.#say(byId("pay-status").dataset.paying);
    try {
      await (this.#asking() ? this.#askWays() : this.#pay());
      this.#say("");
    } catch (e) {
      this.#say(e.message, true);
    }
    this.#busy(false);
  }

  async #askWays() {
    const list = byId("pay-ways");
    this.#ways = await this.#post("ways");
    this.#ways.forEach((w, i) => list.append(choice("way", w.id, w.label, money(w.price, this.#invoice), i === 0)));
    list.hidden = false;
    this.#sum();
    list.querySelector("input")?.focus();
  }

  async #pay() {
    const outcome = byId("pay-outcome").value;
    await this.#post("pay", {
      way: this.#way()?.id ?? "",
      tip: this.#tip(),
      twice: outcome === "twice",
      declined: outcome === "declined",
      too_late: outcome === "too_late",
      rest: Number(outcome) || 0,
    });
    this.#dialog.close();
  }

  /** #post asks the bot. */
  async #post(deed, more = {}) {
    const to = {};
    for (const { name, value, disabled } of byId("pay-to").querySelectorAll("input")) {
      to[name] = disabled ? "" : value.trim();
    }
    return post(`/customers/${this.#chat.id}/${deed}`, { ...this.#bill, to, ...more });
  }

  #busy(on) {
    byId("pay-submit").disabled = on;
    this.#form.setAttribute("aria-busy", String(on));
  }

  #say(text, wrong = false) {
    const status = byId("pay-status");
    status.textContent = text;
    status.classList.toggle("wrong", wrong);
  }
}

/** choice is one of several, with what it costs. */
function choice(name, value, label, amount, checked) {
  const element = part("pay-choice");
  const input = element.querySelector("input");
  Object.assign(input, { name, value, checked });
  fill(element, "label", label);
  fill(element, "amount", amount);
  return element;
}
