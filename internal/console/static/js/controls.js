// What is done to whole talks: take back, begin anew, keep as a test, and links
// that come back to a state.

import { post, read } from "./api.js";
import { byId, word } from "./dom.js";
import { formDialog } from "./notice.js";

const mark = "#state=";

export class Controls {
  #store;
  #notice;

  constructor(store, notice) {
    this.#store = store;
    this.#notice = notice;
    byId("undo").addEventListener("click", () => this.#try(() => this.#undo()));
    byId("again").addEventListener("click", formDialog("again", () => this.#try(() => post("/workbench/again"))));
    byId("state-link").addEventListener("click", () => this.#try(() => this.#link()));
    this.#wireSave();
    this.#wireLinks();
    store.addEventListener("customers", () => this.#allow());
    store.addEventListener("files", () => this.#allow());
    this.#allow();
  }

  /** #allow switches off what there is nothing for. */
  #allow() {
    const talked = [...this.#store.customers.values()].some((c) => c.messages.size > 0);
    byId("undo").disabled = !talked;
    byId("again").disabled = this.#store.customers.size === 0;
    byId("state-link").disabled = !talked;
    byId("save").disabled = !this.#store.current?.messages.size || Boolean(this.#store.files?.fixed);
  }

  async #try(deed) {
    try {
      return await deed();
    } catch (e) {
      this.#notice.toast(e.message);
      return null;
    }
  }

  async #undo() {
    await post("/workbench/undo");
    this.#notice.toast(word("undone"));
  }

  #wireSave() {
    const name = byId("talk-name");
    const wrong = byId("save-wrong");
    const shown = () => {
      byId("talk-file").textContent = name.value || "…";
      wrong.textContent = "";
    };
    const open = formDialog("save", () => {});
    byId("save").addEventListener("click", () => {
      name.value = `${plain(this.#store.current.name)}_${this.#store.current.messages.size}`;
      shown();
      open();
      name.select();
    });
    name.addEventListener("input", shown);
    byId("save-form").addEventListener("submit", async (e) => {
      e.preventDefault(); // the dialog stays until the file is written
      try {
        this.#saved((await post(`/workbench/customers/${this.#store.current.id}/talk`, { name: name.value })).file);
      } catch (error) {
        wrong.textContent = error.message;
      }
    });
  }

  #saved(file) {
    byId("save-dialog").close();
    byId("saved-file").textContent = file;
    byId("saved-command").textContent = `repartee test ${this.#store.files?.dir ?? ""}`.trim();
    byId("saved-dialog").showModal();
  }

  #wireLinks() {
    const open = formDialog("return", () => this.#try(() => this.#return()));
    const look = () => location.hash.startsWith(mark) && !byId("return-dialog").open && open();
    addEventListener("hashchange", look);
    byId("return-dialog").addEventListener("close", () => history.replaceState(null, "", location.pathname));
    look();
    const address = byId("state-address");
    byId("state-dialog").querySelector("[data-close]").addEventListener("click", () => byId("state-dialog").close());
    byId("state-form").addEventListener("submit", async () => {
      await navigator.clipboard.writeText(address.value);
      this.#notice.toast(word("copied"));
    });
  }

  async #link() {
    const { state } = await read("/workbench/state");
    const address = byId("state-address");
    address.value = `${location.origin}${location.pathname}${mark}${state}`;
    byId("state-dialog").showModal();
    address.select();
  }

  async #return() {
    await post("/workbench/return", { state: location.hash.slice(mark.length) });
    this.#notice.toast(word("returned"));
  }
}

/** plain makes the name of a customer one that a file can have. */
function plain(name) {
  const letters = name.normalize("NFD").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
  return letters || "talk";
}
