// Sets the appearance that was chosen before anything is drawn, so that the
// page does not flash. It runs before the modules, hence no module itself.
(() => {
  let theme = null;
  try {
    theme = localStorage.getItem("theme");
  } catch {
    // Storage is off: the system's own appearance it is.
  }
  if (theme === "light" || theme === "dark") {
    document.documentElement.dataset.theme = theme;
  }
})();
