// Follows the server's events and comes back after a loss.

import { knock } from "./api.js";
import { byId } from "./dom.js";

const firstPause = 500;
const longestPause = 8000;

/** follow keeps the store up to date for as long as the page is open. */
export function follow(store) {
  let pause = firstPause;
  const connect = () => {
    const source = new EventSource("/events");
    const on = (kind, then) => source.addEventListener(kind, (e) => then(JSON.parse(e.data)));
    on("reset", (chats) => {
      pause = firstPause;
      byId("offline").hidden = true;
      store.reset(chats);
    });
    on("customer", (c) => store.put(c));
    on("message", (e) => store.message(e));
    on("gone", (e) => store.gone(e));
    on("action", (e) => store.action(e));
    on("answer", (e) => store.answer(e));
    on("turn", (e) => store.turn(e));
    on("files", (files) => store.filed(files));
    source.addEventListener("error", () => {
      // A refusal ends an EventSource for good, so the page does the waiting
      // itself, the same way after every loss.
      source.close();
      byId("offline").hidden = false;
      knock();
      setTimeout(connect, pause);
      pause = Math.min(pause * 2, longestPause);
    });
  };
  connect();
}
