// Times by the clock of the bot, which is seldom that of the reader.

/** moment writes a time, given as RFC 3339, into a time element. */
export function moment(element, at) {
  element.dateTime = at;
  element.textContent = written(at, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
}

/** hour writes the time of day alone. */
export function hour(element, at) {
  element.dateTime = at;
  element.textContent = written(at, { hour: "2-digit", minute: "2-digit" });
}

/** written reads the wall clock out of the text and leaves the zone alone. */
function written(at, form) {
  const wall = new Date(`${at.slice(0, 19)}Z`);
  return Number.isNaN(wall.getTime()) ? at : wall.toLocaleString(document.documentElement.lang, { ...form, timeZone: "UTC" });
}
