// What the page knows: the customers, their messages, and who is being looked
// at. Everything else listens to it and draws.

/** typingLasts is how long Telegram shows an action, in milliseconds. */
const typingLasts = 5000;

/**
 * Store tells what has changed by events: "customers" (who there is and how
 * they stand), "chat" (another chat, or the same one read anew), "message",
 * "gone", "standing", "typing", "answer" and "turn" (each of the chat that is looked at), "files".
 */
export class Store extends EventTarget {
  /** customers by id, in the order in which they came. */
  customers = new Map();
  /** current is the customer who is looked at, or null. */
  current = null;
  /** files are those that run, where the page has a workbench. */
  files = null;
  /** numbers are what the map shows of a real store: flow -> step -> words, or null. */
  numbers = null;
  /** ready is false until the server has told everything once. */
  ready = false;

  /** reset takes over all that the server has told. */
  reset(chats) {
    const before = this.customers;
    this.customers = new Map();
    for (const chat of chats) {
      const unread = before.get(chat.id)?.unread ?? 0;
      this.customers.set(chat.id, { ...chat, messages: byId(chat.messages), unread, typing: false });
    }
    this.ready = true;
    const wanted = this.current?.id ?? Number(location.hash.slice(1));
    this.current = this.customers.get(wanted) ?? this.customers.values().next().value ?? null;
    this.#tell("customers");
    this.#tell("chat");
  }

  /** put takes over how a customer stands. */
  put(standing) {
    const known = this.customers.get(standing.id);
    const { blocked = false, keyboard = null, last_name = "", username = "" } = standing;
    if (known) {
      Object.assign(known, standing, { blocked, keyboard, last_name, username });
    } else {
      this.customers.set(standing.id, { ...standing, messages: new Map(), unread: 0, typing: false });
    }
    this.#tell("customers");
    if (!this.current) {
      this.select(standing.id);
    } else if (known === this.current) {
      this.#tell("standing");
    }
  }

  /** message takes over a new or edited message. */
  message({ customer, message }) {
    const chat = this.customers.get(customer);
    if (!chat) {
      return;
    }
    const fresh = !chat.messages.has(message.id);
    chat.messages.set(message.id, message);
    if (fresh && message.from_bot) {
      chat.unread += chat === this.current ? 0 : 1;
      this.#rest(chat);
    }
    this.#tell("customers");
    this.#tellOf(chat, "message", { message, fresh });
  }

  /** gone takes a message away. */
  gone({ customer, id }) {
    const chat = this.customers.get(customer);
    if (chat?.messages.delete(id)) {
      this.#tell("customers");
      this.#tellOf(chat, "gone", { id });
    }
  }

  /** action shows that the bot is at work, for a while. */
  action({ customer }) {
    const chat = this.customers.get(customer);
    if (!chat) {
      return;
    }
    clearTimeout(chat.timer);
    chat.typing = true;
    chat.timer = setTimeout(() => this.#rest(chat), typingLasts);
    this.#tellOf(chat, "typing");
  }

  /** answer passes on what the bot has answered to a press. */
  answer(answer) {
    this.#tellOf(this.customers.get(answer.customer), "answer", answer);
  }

  /** turn tells that the bot is done with what a customer did. */
  turn({ customer }) {
    this.#tellOf(this.customers.get(customer), "turn");
  }

  /** filed takes over which files run. */
  filed(files) {
    this.files = files;
    this.#tell("files");
  }

  /** select looks at another customer. */
  select(id) {
    const chat = this.customers.get(id);
    if (!chat || chat === this.current) {
      return;
    }
    chat.unread = 0;
    this.current = chat;
    history.replaceState(null, "", `#${id}`);
    this.#tell("customers");
    this.#tell("chat");
  }

  #rest(chat) {
    clearTimeout(chat.timer);
    chat.typing = false;
    this.#tellOf(chat, "typing");
  }

  #tellOf(chat, kind, detail) {
    if (chat && chat === this.current) {
      this.#tell(kind, detail);
    }
  }

  #tell(kind, detail) {
    this.dispatchEvent(new CustomEvent(kind, { detail }));
  }
}

const byId = (messages) => new Map(messages.map((m) => [m.id, m]));
