// Formatted text: Telegram gives a plain text and a list of ranges, counted in
// UTF-16 units, which is how strings are counted here too.

import { part, slot } from "./dom.js";
import { found, safeLink } from "./links.js";

/**
 * formatted returns a fragment with the text. links makes what links and
 * commands do: {open(address) -> bool, command(text)}.
 */
export function formatted(text, entities, links) {
  const list = [...entities, ...found(text, entities)]
    .filter((e) => e.length > 0 && e.offset >= 0)
    .sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  nest(fragment, text, 0, text.length, list, links);
  return fragment;
}

/** nest writes text[from, to) with its entities; list is sorted and used up. */
function nest(parent, text, from, to, list, links) {
  let at = from;
  while (list.length > 0 && list[0].offset < to) {
    const entity = list.shift();
    const start = Math.max(entity.offset, at);
    const end = Math.min(entity.offset + entity.length, to);
    if (end <= start) {
      continue;
    }
    parent.append(text.slice(at, start));
    const [outer, inner] = wrap(entity, text.slice(start, end), links);
    nest(inner, text, start, end, list, links);
    parent.append(outer);
    at = end;
  }
  parent.append(text.slice(at, to));
}

const tags = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  blockquote: "blockquote",
  expandable_blockquote: "blockquote",
};

/** wrap returns the element of an entity, and the one that takes its text. */
function wrap(entity, text, links) {
  const makers = {
    text_link: () => link(entity.url, links),
    url: () => link(/^[a-z]+:/i.test(text) ? text : `https://${text}`, links),
    email: () => link(`mailto:${text}`, links),
    bot_command: () => command(text, links),
    spoiler: () => spoiler(),
  };
  const made = makers[entity.type]?.() ?? document.createElement(tags[entity.type] ?? "span");
  return Array.isArray(made) ? made : [made, made];
}

function link(address, links) {
  const href = safeLink(address);
  if (!href) {
    return document.createElement("span");
  }
  const a = document.createElement("a");
  a.href = href;
  a.target = "_blank";
  a.rel = "noopener noreferrer";
  a.addEventListener("click", (e) => {
    if (links.open(href)) {
      e.preventDefault();
    }
  });
  return a;
}

function command(text, links) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "said-command";
  button.addEventListener("click", () => links.command(text));
  return button;
}

function spoiler() {
  const button = part("spoiler");
  const hidden = slot(button, "hidden");
  button.addEventListener("click", () => button.replaceWith(hidden), { once: true });
  return [button, hidden];
}
