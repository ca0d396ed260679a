// A map as an SVG. Places and the breaks of lines come from the server; here
// they only become elements.

import { word } from "./dom.js";
import { outline, route, tip } from "./shape.js";

const rowHeight = 17;
const labelHeight = 14;

/**
 * draw returns {svg, boxes: box id -> element}. numbers are words for steps, by
 * flow and path, where "" is the flow itself; or null.
 */
export function draw(map, findings, numbers) {
  const svg = make("svg", { viewBox: `0 0 ${map.width} ${map.height}` });
  const lines = [...map.lines].sort((a, b) => (a.passes ?? 0) - (b.passes ?? 0)); // those of the talk above the others
  svg.append(...lines.map(way), ...lines.filter((l) => l.label?.length).map(label));
  const boxes = new Map();
  for (const box of map.boxes) {
    const element = drawBox(box, findings);
    const count = map.flow ? numbers?.[map.flow]?.[box.step ?? ""] : numbers?.[box.flow]?.[""];
    if (count && (box.step || box.shape === "start" || !map.flow)) {
      element.append(number(box, count));
    }
    boxes.set(box.id, element);
    svg.append(element);
  }
  return { svg, boxes };
}

function make(name, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

const styled = (line) => `${line.style}${line.passes ? " passed" : ""}`;

function way(line) {
  const points = line.points ?? [];
  const group = make("g", { class: styled(line) }, make("path", { class: "drawn-line", d: route(points, line.loop) }));
  if (points.length > 1) {
    group.append(make("path", { class: "drawn-tip", d: tip(points.at(-2), points.at(-1)) }));
  }
  if (line.style === "excursion" && !line.loop && points.length > 1) {
    group.append(make("path", { class: "drawn-tip", d: tip(points[1], points[0]) }));
  }
  return group;
}

function label(line) {
  const height = line.label.length * labelHeight + 4;
  const width = Math.max(...line.label.map((row) => widthOf(row.text))) + 8;
  const top = line.y - height / 2;
  const chip = make("rect", { class: "chip", x: line.x - width / 2, y: top, width, height, rx: 3 });
  const rows = line.label.map((row, i) => make("text", { class: row.class, x: line.x, y: top + labelHeight * (i + 1) - 1 }, row.text));
  return make("g", { class: `way-label ${styled(line)}` }, chip, ...rows);
}

const measure = document.createElement("canvas").getContext("2d");

function widthOf(text) {
  measure.font = `600 11px ${getComputedStyle(document.documentElement).getPropertyValue("--drawn")}`;
  return measure.measureText(text).width;
}

function drawBox(box, findings) {
  const classes = ["box", box.shape, box.reached && "reached", box.passes && "passed", box.open && "open"].filter(Boolean).join(" ");
  const group = make("g", { class: classes, role: "button", tabindex: "-1", "aria-pressed": "false", "aria-description": told(box) });
  group.dataset.id = box.id;
  const { x, y, width, height } = box;
  group.append(make("path", { class: "outline", d: outline(box) }));
  const top = y + (height - box.rows.length * rowHeight) / 2;
  group.append(...box.rows.map((row, i) => make("text", { class: row.class, x: x + width / 2, y: top + rowHeight * i + 13 }, row.text)));
  group.append(make("rect", { class: "ring", x: x - 5, y: y - 5, width: width + 10, height: height + 10, rx: 12 }));
  if (box.findings?.length) {
    group.append(flag(box, findings));
  }
  if (box.folds || box.folded) {
    group.append(fold(box));
  }
  return group;
}

/** told is what one hears of a box besides its texts. */
function told(box) {
  const states = [box.open && word("is-open"), !box.open && box.passes && word("is-passed"), !box.reached && word("not-reached")];
  const wrong = box.findings?.length && `${word("findings-named")}: ${box.findings.length}`;
  return [...states, wrong].filter(Boolean).join(", ");
}

/** number stands at the lower edge of a box, below its words. */
function number({ x, y, width, height }, words) {
  const chip = widthOf(words) + 14;
  const [cx, cy] = [x + width / 2, y + height + 5];
  const back = make("rect", { x: cx - chip / 2, y: cy - 8, width: chip, height: 16, rx: 8 });
  return make("g", { class: "count" }, back, make("text", { x: cx, y: cy + 4 }, words));
}

function flag({ x, y, width, findings: at }, findings) {
  const error = at.some((i) => findings[i]?.severity === "error");
  const [cx, cy] = [x + width, y];
  const count = make("text", { x: cx, y: cy + 4 }, String(at.length));
  return make("g", { class: error ? "flag error" : "flag" }, make("circle", { cx, cy, r: 9 }), count);
}

function fold({ x, y, width, height, folded }) {
  const [cx, cy] = [x + width, y + height / 2];
  const sign = folded ? `M${cx - 4} ${cy}h8M${cx} ${cy - 4}v8` : `M${cx - 4} ${cy}h8`;
  return make("g", { class: "fold" }, make("circle", { cx, cy, r: 8 }), make("path", { d: sign }));
}
