// Which panels are shown where not all have room side by side.

import { byId } from "./dom.js";

/** views makes the choice work and returns what shows a panel by its name. */
export function views() {
  const house = byId("house");
  const buttons = [...byId("views").querySelectorAll("button")];
  const phoneStays = matchMedia("(min-width: 900px)");
  const mark = () => {
    const view = phoneStays.matches && house.dataset.view === "phone" ? "map" : house.dataset.view;
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.view === view));
    }
  };
  const show = (view) => {
    house.dataset.view = view;
    mark();
    dispatchEvent(new CustomEvent("view", { detail: view }));
  };
  for (const button of buttons) {
    button.addEventListener("click", () => show(button.dataset.view));
  }
  phoneStays.addEventListener("change", mark);
  mark();
  return show;
}
