// Buttons that open a list of buttons.

/** menus makes all menus of the page work: [data-menu] > button + list. */
export function menus() {
  for (const menu of document.querySelectorAll("[data-menu]")) {
    wire(menu, menu.querySelector("button"), menu.querySelector(".menu-list"));
  }
}

function wire(menu, button, list) {
  const open = (on) => {
    list.hidden = !on;
    button.setAttribute("aria-expanded", String(on));
    if (on) {
      list.querySelector("button")?.focus();
      list.dispatchEvent(new Event("menu-open"));
    }
  };
  const close = (andFocus) => {
    const inside = list.contains(document.activeElement);
    open(false);
    if (andFocus && inside) {
      button.focus();
    }
  };
  button.addEventListener("click", () => open(list.hidden));
  list.addEventListener("click", (e) => e.target.closest("button") && close(true));
  menu.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && !list.hidden) {
      e.stopPropagation();
      close(true);
    } else {
      arrow(e, list);
    }
  });
  menu.addEventListener("focusout", (e) => !menu.contains(e.relatedTarget) && e.relatedTarget && close(false));
  document.addEventListener("pointerdown", (e) => !menu.contains(e.target) && close(false));
}

/** arrow moves the focus up and down; Tab works as well. */
export function arrow(e, list) {
  const step = { ArrowDown: 1, ArrowUp: -1, ArrowRight: 1, ArrowLeft: -1 }[e.key];
  const items = [...list.querySelectorAll("button:not([hidden])")];
  if (!step || list.hidden || items.length === 0) {
    return;
  }
  e.preventDefault();
  const at = items.indexOf(document.activeElement);
  items[(at + step + items.length) % items.length].focus();
}
