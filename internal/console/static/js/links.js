// Which addresses may become links, and what a link inside the chat means.

const opens = new Set(["http:", "https:", "tg:", "mailto:"]);

/** safeLink returns the address if it is one that may be opened, else null. */
export function safeLink(address) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  return opens.has(url.protocol) ? url.href : null;
}

/**
 * deepLink returns what a link to this bot carries ("" if nothing), or null for
 * any other link. Such a link does not leave the page.
 */
export function deepLink(address, username) {
  let url;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const site = /^(www\.)?(t|telegram)\.me$/.test(url.hostname);
  if (!site || url.pathname.slice(1).toLowerCase() !== username.toLowerCase()) {
    return null;
  }
  const payload = url.searchParams.get("start") ?? "";
  return /^[\w-]{0,64}$/.test(payload) ? payload : null;
}

/** isInvoice tells a link to an invoice: t.me/$slug, t.me/invoice/slug. */
export function isInvoice(address) {
  try {
    const url = new URL(address);
    return /^(www\.)?(t|telegram)\.me$/.test(url.hostname) && /^\/(\$|invoice\/)[\w-]+$/.test(url.pathname);
  } catch {
    return false;
  }
}

/**
 * found lists the addresses and commands in a text that the bot has not marked
 * itself; Telegram marks them by its own.
 */
export function found(text, marked) {
  const free = (from, to) => !marked.some((e) => e.offset < to && from < e.offset + e.length);
  const list = [];
  for (const [type, form] of [["url", /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g], ["bot_command", /(?<![\w/])\/[a-z][a-z0-9_]{0,31}(?![\w/])/gi]]) {
    for (const hit of text.matchAll(form)) {
      if (free(hit.index, hit.index + hit[0].length)) {
        list.push({ type, offset: hit.index, length: hit[0].length });
      }
    }
  }
  return list;
}
