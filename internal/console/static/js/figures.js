// Numbers, shares, spans of time and sums, as the page's language writes them.

const lang = () => document.documentElement.lang;

/** number writes a whole number. */
export const number = (n) => n.toLocaleString(lang());

/** share writes a part in per cent; nothing of nothing is a dash. */
export function share(some, of) {
  return of === 0 ? "–" : (some / of).toLocaleString(lang(), { style: "percent", maximumFractionDigits: 0 });
}

const units = [
  ["day", 86400],
  ["hour", 3600],
  ["minute", 60],
  ["second", 1],
];

/** span writes seconds in their two greatest units. */
export function span(seconds) {
  const at = Math.max(0, units.findIndex(([, size]) => seconds >= size));
  const first = seconds < 1 ? units.length - 1 : at;
  const [unit, size] = units[first];
  const words = [inUnit(first === units.length - 1 ? seconds : Math.floor(seconds / size), unit)];
  const next = units[first + 1];
  const rest = next ? Math.floor((seconds % size) / next[1]) : 0;
  if (rest > 0) {
    words.push(inUnit(rest, next[0]));
  }
  return words.join(" ");
}

function inUnit(n, unit) {
  return n.toLocaleString(lang(), { style: "unit", unit, unitDisplay: "narrow", maximumFractionDigits: 1 });
}

/** sums writes amounts of several currencies. */
export function sums(amounts = []) {
  return amounts.map(({ text, currency }) => sum(Number(text), currency, text.split(".")[1]?.length ?? 0)).join(" + ");
}

function sum(n, currency, digits) {
  if (currency === "XTR") {
    return `${number(n)} ⭐`;
  }
  if (!currency) {
    return n.toLocaleString(lang(), { maximumFractionDigits: 6 });
  }
  return n.toLocaleString(lang(), { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** filled puts values into words with names in braces. */
export const filled = (words, values) => words.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
