// Who there is: the list at the side, and making somebody new.

import { post } from "./api.js";
import { byId, fill, part, slot } from "./dom.js";
import { summary } from "./message.js";
import { formDialog } from "./notice.js";

const hues = 6; // there are as many in customers.css

/** fullName is what Telegram shows of a customer. */
export const fullName = ({ name, last_name: last }) => (last ? `${name} ${last}` : name);

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

  #add({ id }) {
    const row = part("customer");
    row.firstElementChild.addEventListener("click", () => {
      this.#store.select(id);
      this.#drawer(false);
    });
    slot(row, "initial").classList.add(`hue-${id % hues}`);
    this.#rows.set(id, row);
    this.#list.append(row);
    return row;
  }

  #update(customer, row) {
    fill(row, "name", fullName(customer));
    fill(row, "initial", [...customer.name][0]?.toUpperCase() ?? "");
    fill(row, "language", customer.language);
    const last = [...customer.messages.values()].at(-1);
    fill(row, "last", last ? summary(last) : "");
    fill(row, "count", String(customer.unread));
    slot(row, "unread").hidden = customer.unread === 0;
    row.firstElementChild.setAttribute("aria-current", String(customer === this.#store.current));
  }

  /** #wireDialog makes the form work that makes a customer, or changes one. */
  #wireDialog(notice) {
    nameLanguages(byId("customer-language"));
    let of = null; // whom the form is about; null: somebody new
    const open = formDialog("customer", async () => {
      try {
        await (of ? post(`/customers/${of.id}/profile`, filledIn()) : this.#make());
      } catch (e) {
        notice.toast(e.message);
      }
    });
    const about = (customer) => {
      of = customer;
      show(customer ?? { name: this.#suggest(byId("customer-name").dataset.names.split(", ")) }, Boolean(customer));
      open();
      byId("customer-name").select();
    };
    for (const id of ["new-customer", "first-customer"]) {
      byId(id).addEventListener("click", () => about(null));
    }
    document.querySelector("[data-do=profile]").addEventListener("click", () => about(this.#store.current));
  }

  async #make() {
    const payload = byId("customer-payload").value;
    const made = await post("/customers", filledIn());
    this.#store.put(made);
    this.#store.select(made.id);
    this.#drawer(false);
    if (payload) {
      await post(`/customers/${made.id}/start`, { text: payload });
    } else {
      byId("start").focus();
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

const fields = { name: "customer-name", last_name: "customer-last-name", username: "customer-username" };

/** show fills the form in; known tells that the customer is there already. */
function show(customer, known) {
  for (const [name, id] of Object.entries(fields)) {
    byId(id).value = customer[name] ?? "";
  }
  const language = byId("customer-language");
  const own = [...language.options].find((o) => o.value === customer.language);
  (own ?? language.options[0]).selected = true;
  byId("customer-payload").value = "";
  for (const element of byId("customer-form").querySelectorAll("[data-new], [data-known]")) {
    element.hidden = known === ("new" in element.dataset);
  }
}

function filledIn() {
  const all = { language: byId("customer-language").value };
  for (const [name, id] of Object.entries(fields)) {
    all[name] = byId(id).value.trim();
  }
  return all;
}
