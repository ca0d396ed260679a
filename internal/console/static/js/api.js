// The requests that change something.

import { word } from "./dom.js";

/** post sends a deed to the server; it throws with words for the reader. */
export async function post(path, body = {}) {
  const response = await ask(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = response.status === 204 ? null : await response.json();
  if (answer?.refused) {
    throw new Error(answer.refused);
  }
  return answer;
}

/** about reads what the bot says of itself to a customer. */
export async function about(customer) {
  return (await ask(`/customers/${customer}/about`)).json();
}

/**
 * knock leads to the login page if the session is over; the server does so when
 * the page is loaded anew.
 */
export async function knock() {
  if (!("locked" in document.documentElement.dataset)) {
    return;
  }
  const answer = await fetch("/alive").catch(() => null); // no server is no end of the session
  if (answer?.status === 401) {
    location.reload();
  }
}

/** read asks for something; query is a list of names and values. */
export async function read(path, query = []) {
  const words = new URLSearchParams(query).toString();
  return (await ask(words ? `${path}?${words}` : path)).json();
}

async function ask(path, init) {
  let response;
  try {
    response = await fetch(path, init);
  } catch {
    throw new Error(word("no-server"));
  }
  if (response.status === 401) {
    location.reload();
  }
  if (!response.ok) {
    throw new Error(await reason(response));
  }
  return response;
}

async function reason(response) {
  try {
    return (await response.json()).error;
  } catch {
    return word("no-server");
  }
}
