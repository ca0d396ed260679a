// What passes over the page: lines that go by themselves, and boxes.

import { byId } from "./dom.js";

const toastLasts = 4000;

/** notices returns {toast(text), alert(text)}. */
export function notices() {
  const toast = byId("toast");
  let timer;
  return {
    toast(text) {
      clearTimeout(timer);
      toast.textContent = text;
      toast.classList.add("shown");
      timer = setTimeout(() => toast.classList.remove("shown"), toastLasts);
    },
    alert(text) {
      byId("alert-text").textContent = text;
      const box = byId("alert-dialog");
      if (!box.open) {
        box.showModal();
      }
    },
  };
}

/** formDialog returns what opens a dialog; then is done when its form is sent. */
export function formDialog(name, then) {
  const dialog = byId(`${name}-dialog`);
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  byId(`${name}-form`).addEventListener("submit", () => then());
  return () => dialog.showModal();
}
