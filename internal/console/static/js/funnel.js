// The tables of a flow: its groups, and what became of its questions.

import { fill, part, word } from "./dom.js";
import { filled, number, share, span, sums } from "./figures.js";

/** say returns words of the numbers, with values filled in. */
export const say = (name, values = {}) => filled(word(`num-${name}`), values);

/** groupName is what a group is called. */
export function groupName({ name }) {
  if (name === "") {
    return say("none");
  }
  return name === "others" ? say("others") : name;
}

/** funnel draws a flow; groups are those that went through it, each with its numbers of the flow. */
export function funnel(id, groups, divided) {
  const section = part("flow-numbers");
  fill(section, "name", id);
  const goals = fill(section, "goals", divided ? "" : goalsOf(groups[0].flow));
  goals.hidden = goals.textContent === "";
  goals.before(summary(id, groups, divided));
  for (const { group, flow } of groups.filter(({ flow }) => flow.questions?.length)) {
    const table = questions(flow, divided ? `${id}, ${groupName(group)}` : id);
    section.append(divided ? folded(groupName(group), table) : table);
  }
  return section;
}

function goalsOf({ goals = [] }) {
  return goals.map(({ goal, reached, worth }) => [say("goal-of", { name: goal, n: number(reached) }), sums(worth)].filter(Boolean).join(", ")).join(" · ");
}

function folded(name, inside) {
  const more = part("more");
  more.firstElementChild.textContent = name;
  more.append(inside);
  return more;
}

function summary(id, groups, divided) {
  const hasGoal = groups.some(({ flow }) => flow.has_goal);
  const head = [divided && "group", "entered", "ended", "left", hasGoal && "goal", hasGoal && "conversion", "revenue"].filter(Boolean);
  const rows = groups.map(({ group, flow }) => {
    const goal = hasGoal ? [number(flow.reached), share(flow.reached, flow.entered)] : [];
    const name = divided ? [groupName(group)] : [];
    return { cells: [...name, number(flow.entered), number(flow.ended), number(flow.dropped), ...goal, sums(flow.revenue)] };
  });
  return table(id, head, rows, divided);
}

function questions(flow, name) {
  const head = ["question", "asked", "answered", "skipped", "gave-up", "left", "waiting", "median"];
  const worst = Math.max(1, ...flow.questions.map((q) => q.dropped));
  const rows = flow.questions.map((q) => ({
    cells: [
      q.step, number(q.asked), `${number(q.answered)} (${share(q.answered, q.asked)})`, number(q.skipped), number(q.gave_up),
      `${number(q.dropped)} (${share(q.dropped, q.asked)})`, number(q.waiting), q.answered ? span(q.median) : "–",
    ],
    part: q.asked / flow.entered,
    worst: q.dropped === worst,
  }));
  return table(name, head, rows, true);
}

/** table makes a table that can be scrolled; the first cell of a row may name it. */
function table(name, head, rows, named) {
  const frame = part("table");
  frame.setAttribute("aria-label", say("table-of", { name }));
  frame.querySelector("thead tr").append(...head.map((column) => cell("th", say(column), "col")));
  frame.querySelector("tbody").append(...rows.map((row) => line(row, named)));
  return frame;
}

function line({ cells, part: size, worst }, named) {
  const row = document.createElement("tr");
  row.append(...cells.map((text, i) => (named && i === 0 ? cell("th", text, "row") : cell("td", text))));
  row.classList.toggle("worst", Boolean(worst));
  if (size !== undefined) {
    row.classList.add("part");
    row.style.setProperty("--part", `${Math.round(100 * Math.min(1, size))}%`);
  }
  return row;
}

function cell(tag, text, scope) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (scope) {
    element.scope = scope;
  }
  return element;
}
