// The list of messages. What has not changed is left as it is, so nothing
// flickers, loses focus or is read out twice.

const near = 60; // pixels from the end that count as being at the end

export class Log {
  #root;
  #latest;
  #drawn = new Map(); // message id -> {json, element}
  #atEnd = true;
  #height = 0; // of the screen, when it was last looked at

  constructor(root, latest) {
    this.#root = root;
    this.#latest = latest;
    root.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    latest.addEventListener("click", () => {
      this.toEnd();
      root.focus();
    });
    new ResizeObserver(() => this.#resized()).observe(root);
  }

  /** open shows another chat, without reading it out. */
  open(messages, draw) {
    this.#root.setAttribute("aria-live", "off");
    this.#root.replaceChildren();
    this.#drawn.clear();
    this.sync(messages, draw);
    this.toEnd();
    requestAnimationFrame(() => this.#root.setAttribute("aria-live", "polite"));
  }

  /** sync brings the same chat up to date. */
  sync(messages, draw) {
    const stay = new Set(messages.map((m) => m.id));
    for (const id of [...this.#drawn.keys()].filter((id) => !stay.has(id))) {
      this.drop(id);
    }
    for (const message of messages) {
      this.put(message, draw, false);
    }
  }

  /** put shows a new message or a changed one; lively ones come in with a move. */
  put(message, draw, lively = true) {
    const json = JSON.stringify(message);
    const known = this.#drawn.get(message.id);
    if (known?.json === json) {
      return;
    }
    const element = draw(message);
    this.#drawn.set(message.id, { json, element });
    if (known) {
      exchange(known.element, element, this.#root);
    } else {
      element.classList.toggle("fresh", lively);
      this.#place(message.id, element);
    }
    if (this.#atEnd || (!known && !message.from_bot)) {
      this.toEnd();
    } else {
      this.#look();
    }
  }

  /** drop takes a message away. */
  drop(id) {
    this.#drawn.get(id)?.element.remove();
    this.#drawn.delete(id);
  }

  /** show scrolls to a message. */
  show(id) {
    this.#drawn.get(id)?.element.scrollIntoView({ block: "center" });
    this.#look();
  }

  /** toEnd scrolls to the last message. */
  toEnd() {
    this.#root.scrollTop = this.#root.scrollHeight;
    this.#atEnd = true;
    this.#latest.hidden = true;
  }

  #scrolled() {
    if (this.#root.clientHeight === this.#height) { // else nobody has scrolled
      this.#look();
    }
  }

  /** #resized keeps the end in sight when a keyboard comes. */
  #resized() {
    this.#height = this.#root.clientHeight;
    if (this.#atEnd) {
      this.toEnd();
    }
  }

  #look() {
    const { scrollHeight, scrollTop, clientHeight } = this.#root;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < near;
    this.#latest.hidden = this.#atEnd;
  }

  #place(id, element) {
    let before = this.#root.lastElementChild;
    while (before && Number(before.dataset.id) > id) {
      before = before.previousElementSibling;
    }
    before ? before.after(element) : this.#root.prepend(element);
  }
}

const controls = "button, a[href]";

/** exchange replaces an element and keeps the focus where it was in it. */
function exchange(old, fresh, fallback) {
  const at = [...old.querySelectorAll(controls)].indexOf(document.activeElement);
  old.replaceWith(fresh);
  if (at >= 0) {
    const same = fresh.querySelectorAll(controls)[at] ?? fallback;
    same.focus({ preventScroll: true });
  }
}
