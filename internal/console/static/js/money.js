// Amounts, as the page's language writes them.

/** money writes an amount of minor units; digits are those of the currency. */
export function money(minor, { currency, digits }) {
  const amount = minor / 10 ** digits;
  if (currency === "XTR") {
    return `${amount.toLocaleString(document.documentElement.lang)} ⭐`;
  }
  const style = { style: "currency", currency, minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat(document.documentElement.lang, style).format(amount);
}
