// The choice of light, dark or what the system says.

/** theme makes the choice work; /static/theme.js has set the page already. */
export function theme(field) {
  const root = document.documentElement;
  for (const input of field.querySelectorAll("input")) {
    input.checked = input.value === (root.dataset.theme ?? "auto");
    input.addEventListener("change", () => choose(root, input.value));
  }
}

function choose(root, value) {
  if (value === "auto") {
    delete root.dataset.theme;
  } else {
    root.dataset.theme = value;
  }
  try {
    localStorage.setItem("theme", value);
  } catch {
    // Storage is off: the choice holds until the page is closed.
  }
}
