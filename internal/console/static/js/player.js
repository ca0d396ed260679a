// Voice messages and videos. What the page has ready for its customers to send
// holds no sound and no picture: it is drawn instead.

import { fill, part } from "./dom.js";

/** play returns the element that plays a file: name is voice or video. */
export function play(name, message, address) {
  if (!message.from_bot || !message.file) {
    return drawn(name, message);
  }
  const element = part(`player-${name}`);
  const player = element.firstElementChild;
  player.src = address;
  player.addEventListener("error", () => element.replaceWith(drawn(name, message)));
  return element;
}

function drawn(name, message) {
  const element = part(name);
  if (name === "video") {
    fill(element, "more", message.file_name ?? "");
  }
  return element;
}
