// The window through which one looks at a drawing: it scrolls like any other,
// and can be dragged and made larger.

const least = 0.08;
const most = 2.5;
const legible = 0.85; // below that one cannot read a map at first sight
const slack = 4; // pixels that a press may move without being a drag

export class Viewport {
  /** dragged tells whether the last press has moved the drawing. */
  dragged = false;
  #view;
  #svg = null;
  #size = { width: 0, height: 0 };
  #scale = 1;
  #waiting = null; // a box to be shown when the window is there

  constructor(view) {
    this.#view = view;
    view.addEventListener("pointerdown", (e) => this.#grab(e));
    view.addEventListener("wheel", (e) => this.#wheel(e), { passive: false });
  }

  /** put shows a drawing; another one than before in a size that one can read. */
  put(svg, size, other) {
    const { scrollLeft, scrollTop } = this.#view;
    this.#svg = svg;
    this.#size = size;
    if (other) {
      this.#scale = Math.min(1, Math.max(legible, this.#view.clientWidth / size.width));
    }
    this.#apply();
    this.#view.replaceChildren(svg);
    this.#view.scrollTo(scrollLeft, scrollTop);
  }

  /** zoom makes the drawing larger or smaller around a point of the window. */
  zoom(factor, x = this.#view.clientWidth / 2, y = this.#view.clientHeight / 2) {
    const before = this.#scale;
    this.#scale = Math.min(most, Math.max(least, before * factor));
    const grown = this.#scale / before;
    const { scrollLeft, scrollTop } = this.#view;
    this.#apply();
    this.#view.scrollTo((scrollLeft + x) * grown - x, (scrollTop + y) * grown - y);
  }

  /** fit shows all at once. */
  fit() {
    const { clientWidth, clientHeight } = this.#view;
    this.#scale = Math.min(1, Math.max(least, Math.min(clientWidth / this.#size.width, clientHeight / this.#size.height)));
    this.#apply();
  }

  /** reveal brings a box into the part of the window above what covers it. */
  reveal(box, covered, atOnce = false) {
    const { clientWidth, clientHeight } = this.#view;
    if (clientWidth === 0) {
      this.#waiting = { box, covered };
      return;
    }
    const middle = { x: (box.x + box.width / 2) * this.#scale, y: (box.y + box.height / 2) * this.#scale };
    const still = atOnce || matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#view.scrollTo({ left: middle.x - clientWidth / 2, top: middle.y - (clientHeight - covered) / 2, behavior: still ? "instant" : "smooth" });
  }

  /** come is called when the window is there that was hidden. */
  come() {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (this.#svg && waiting) {
      this.#scale = Math.min(1, Math.max(legible, this.#view.clientWidth / this.#size.width));
      this.#apply();
      this.reveal(waiting.box, waiting.covered);
    }
  }

  #apply() {
    this.#svg?.setAttribute("width", Math.floor(this.#size.width * this.#scale));
    this.#svg?.setAttribute("height", Math.floor(this.#size.height * this.#scale));
  }

  #wheel(e) {
    if (e.ctrlKey || e.metaKey) { // as for a page; pinching a touchpad says so too
      e.preventDefault();
      const frame = this.#view.getBoundingClientRect();
      this.zoom(Math.exp(-e.deltaY / 300), e.clientX - frame.x, e.clientY - frame.y);
    }
  }

  /** #grab drags the drawing with a mouse; fingers scroll it by themselves. */
  #grab(e) {
    this.dragged = false;
    const bars = e.offsetX > this.#view.clientWidth && e.target === this.#view;
    if (e.pointerType !== "mouse" || e.button !== 0 || bars) {
      return;
    }
    const from = { x: e.clientX, y: e.clientY, left: this.#view.scrollLeft, top: this.#view.scrollTop };
    const move = (m) => {
      const [x, y] = [m.clientX - from.x, m.clientY - from.y];
      this.dragged ||= Math.hypot(x, y) > slack;
      if (this.dragged) {
        this.#view.classList.add("grabbed");
        this.#view.scrollTo(from.left - x, from.top - y);
      }
    };
    const end = new AbortController();
    addEventListener("pointermove", move, { signal: end.signal });
    addEventListener("pointerup", () => {
      end.abort();
      this.#view.classList.remove("grabbed");
    }, { signal: end.signal });
  }
}
