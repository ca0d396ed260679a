// One message as an element.

import { fill, part, slot } from "./dom.js";
import { formatted } from "./entities.js";
import { safeLink } from "./links.js";
import { money } from "./money.js";
import { play } from "./player.js";

/**
 * draw makes the element of a message. chat is {id, messages, links,
 * press(message, button element, data), copy(text), pay(message), show(message id),
 * about(message, button element), react(message, emoji)}.
 */
export function draw(message, chat) {
  if (message.money) {
    return note(message);
  }
  const element = part("message");
  element.dataset.id = message.id;
  element.classList.add(message.from_bot ? "theirs" : "mine");
  element.classList.toggle("album", Boolean(message.album));
  slot(element, message.from_bot ? "by-you" : "by-bot").remove();
  slot(element, "media").replaceWith(...invoice(message), ...media(message, chat));
  slot(element, "text").append(formatted(message.text ?? "", message.entities ?? [], chat.links));
  quote(element, message, chat);
  stamp(element, message);
  reaction(element, message, chat);
  slot(element, "about").addEventListener("click", (e) => chat.about(message, e.currentTarget));
  slot(element, "buttons").replaceWith(...buttons(message, chat));
  return element;
}

/** note is a payment: no message of anybody. */
function note(message) {
  const element = part(message.money.back ? "money-back" : "money-paid");
  element.dataset.id = message.id;
  fill(element, "amount", money(message.money.amount, message.money));
  return element;
}

function quote(element, message, chat) {
  const quoted = chat.messages.get(message.reply_to);
  if (quoted) {
    slot(element, "quote").hidden = false;
    fill(element, "quoted", summary(quoted));
  } else {
    slot(element, "quote").remove();
  }
}

/** summary says in a line what a message is. */
export function summary({ text, card, media, invoice, money: paid }) {
  if (text || card || invoice) {
    return text || card?.name || invoice.title;
  }
  if (paid) {
    return money(paid.amount, paid);
  }
  const shown = makers[media] && part(media);
  return shown?.querySelector(".media-name")?.textContent ?? shown?.querySelector("img")?.alt ?? "";
}

function reaction(element, message, chat) {
  const chip = slot(element, "reaction");
  chip.hidden = !message.reaction;
  fill(chip, "emoji", message.reaction ?? "");
  chip.addEventListener("click", () => chat.react(message, ""));
}

function stamp(element, message) {
  const date = new Date(message.date * 1000);
  const time = fill(element, "time", date.toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" }));
  time.dateTime = date.toISOString();
  slot(element, "edited").hidden = !message.edited;
}

const makers = {
  photo: (message, chat) => {
    const element = part("photo");
    const image = element.firstElementChild;
    image.addEventListener("error", () => { image.src = "/static/picture.svg"; }, { once: true });
    image.src = address(message, chat);
    return element;
  },
  voice: (message, chat) => play("voice", message, address(message, chat)),
  location: ({ point }) => more("location", point && `${point.latitude.toFixed(4)}, ${point.longitude.toFixed(4)}`),
  contact: ({ card }) => {
    const element = more("contact", card?.phone);
    fill(element, "name", card?.name ?? "");
    return element;
  },
  document: (message, chat) => {
    const element = more("file", message.file_name);
    element.href = `${address(message, chat)}/${encodeURIComponent(message.file_name || "file")}`;
    return element;
  },
  video: (message, chat) => play("video", message, address(message, chat)),
};

const address = (message, chat) => `/customers/${chat.id}/files/${encodeURIComponent(message.file)}`;

function media(message, chat) {
  const make = makers[message.media];
  return make ? [make(message, chat)] : [];
}

function invoice({ invoice: bill }) {
  if (!bill) {
    return [];
  }
  const element = part("invoice");
  fill(element, "title", bill.title);
  fill(element, "description", bill.description);
  fill(element, "amount", money(bill.total, bill));
  return [element];
}

function more(name, text) {
  const element = part(name);
  fill(element, "more", text ?? "");
  return element;
}

function buttons(message, chat) {
  if (!message.buttons?.length) {
    return [];
  }
  const grid = document.createElement("div");
  grid.className = "buttons";
  for (const row of message.buttons) {
    const line = document.createElement("div");
    line.className = "buttons-row";
    line.append(...row.map((b) => button(b, message, chat)));
    grid.append(line);
  }
  return [grid];
}

function button(b, message, chat) {
  if (b.pay && message.receipt) {
    const element = part("button-receipt");
    element.addEventListener("click", () => chat.show(message.receipt));
    return element;
  }
  if (b.url) {
    return linkButton(b, chat);
  }
  const element = part(b.pay ? "button-pay" : b.copy ? "button-copy" : "button");
  fill(element, "label", b.text);
  element.addEventListener("click", () => {
    if (b.pay) {
      chat.pay(message);
    } else if (b.copy) {
      chat.copy(b.copy);
    } else {
      chat.press(message.id, element, b.data);
    }
  });
  return element;
}

function linkButton(b, chat) {
  const element = part("button-link");
  fill(element, "label", b.text);
  const href = safeLink(b.url);
  if (href) {
    element.href = href;
    element.addEventListener("click", (e) => {
      if (chat.links.open(href)) {
        e.preventDefault();
      }
    });
  }
  return element;
}
