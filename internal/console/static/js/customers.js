// Who there is: the list at the side, and making somebody new.

import { post } from "./api.js";
import { byId, fill, part, slot } from "./dom.js";
import { summary } from "./message.js";
import { formDialog } from "./notice.js";

const hues = 6; // there are as many in customers.css

export class Customers {
  #store;
  #list = byId("customers");
  #rows = new Map(); // id -> element

  constructor(store, notice) {
    this.#store = store;
    store.addEventListener("customers", () => this.#draw());
    this.#wireDialog(notice);
    this.#wireDrawer();
  }

  #draw() {
    for (const [id, row] of this.#rows) {
      if (!this.#store.customers.has(id)) {
        row.remove();
        this.#rows.delete(id);
      }
    }
    for (const customer of this.#store.customers.values()) {
      this.#update(customer, this.#rows.get(customer.id) ?? this.#add(customer));
    }
  }

  #add({ id, name }) {
    const row = part("customer");
    row.firstElementChild.addEventListener("click", () => {
      this.#store.select(id);
      this.#drawer(false);
    });
    slot(row, "initial").classList.add(`hue-${id % hues}`);
    fill(row, "initial", [...name][0]?.toUpperCase() ?? "");
    this.#rows.set(id, row);
    this.#list.append(row);
    return row;
  }

  #update(customer, row) {
    fill(row, "name", customer.name);
    fill(row, "language", customer.language);
    const last = [...customer.messages.values()].at(-1);
    fill(row, "last", last ? summary(last) : "");
    fill(row, "count", String(customer.unread));
    slot(row, "unread").hidden = customer.unread === 0;
    row.firstElementChild.setAttribute("aria-current", String(customer === this.#store.current));
  }

  #wireDialog(notice) {
    const name = byId("customer-name");
    const language = byId("customer-language");
    nameLanguages(language);
    const open = formDialog("customer", async () => {
      try {
        const made = await post("/customers", { name: name.value, language: language.value });
        this.#store.put(made);
        this.#store.select(made.id);
        this.#drawer(false);
        byId("start").focus();
      } catch (e) {
        notice.toast(e.message);
      }
    });
    for (const id of ["new-customer", "first-customer"]) {
      byId(id).addEventListener("click", () => {
        name.value = this.#suggest(name.dataset.names.split(", "));
        open();
        name.select();
      });
    }
  }

  #suggest(names) {
    const taken = new Set([...this.#store.customers.values()].map((c) => c.name));
    return names.find((n) => !taken.has(n)) ?? "";
  }

  #wireDrawer() {
    byId("side-open").addEventListener("click", () => this.#drawer(true));
    byId("side-close").addEventListener("click", () => this.#drawer(false));
    byId("side").addEventListener("keydown", (e) => e.key === "Escape" && this.#drawer(false));
  }

  /** #drawer slides the list in on a narrow screen, where it hides else. */
  #drawer(on) {
    const was = document.body.classList.contains("drawer");
    if (was === on) {
      return;
    }
    document.body.classList.toggle("drawer", on);
    byId("phone").inert = on;
    byId("side-open").setAttribute("aria-expanded", String(on));
    byId(on ? "side-close" : "side-open").focus();
  }
}

/** nameLanguages writes the languages' own names where there were tags. */
function nameLanguages(select) {
  for (const option of select.options) {
    option.textContent = new Intl.DisplayNames([option.value], { type: "language" }).of(option.value);
  }
}
