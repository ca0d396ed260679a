// The numbers of the real customers: what the store of the running bot keeps.

import { read } from "./api.js";
import { byId, counted, fill, part } from "./dom.js";
import { number, span, sums } from "./figures.js";
import { funnel, groupName, say } from "./funnel.js";

export class Numbers {
  #store;
  #notice;
  #asked = 0; // the newest request: older answers are dropped
  #numbers = null;
  #all = null; // the same, undivided
  #form = byId("numbers-form");
  #onMap = byId("numbers-map");

  constructor(store, notice) {
    this.#store = store;
    this.#notice = notice;
    this.#form.addEventListener("submit", (e) => e.preventDefault());
    this.#form.addEventListener("change", (e) => (e.target === this.#onMap ? this.#map() : this.#load()));
    addEventListener("view", (e) => e.detail === "numbers" && this.#load());
    store.addEventListener("files", () => this.#numbers && this.#load()); // the steps may stand elsewhere
  }

  async #load() {
    const query = [...new FormData(this.#form)].filter(([, value]) => value !== "");
    const asked = ++this.#asked;
    byId("numbers-body").setAttribute("aria-busy", "true");
    byId("numbers-csv").href = `/numbers.csv?${new URLSearchParams(query)}`;
    try {
      const numbers = await read("/numbers", query);
      const all = numbers.by ? await read("/numbers", query.filter(([name]) => name !== "by")) : numbers;
      if (asked === this.#asked) {
        this.#show(numbers, all);
      }
    } catch (e) {
      if (asked === this.#asked) {
        this.#notice.toast(e.message);
      }
    }
    if (asked === this.#asked) {
      byId("numbers-body").removeAttribute("aria-busy");
    }
  }

  #show(numbers, all) {
    this.#numbers = numbers;
    this.#all = all;
    this.#splits(numbers.splits);
    const { since, until, kept } = numbers;
    byId("numbers-since").textContent = since ? say("since", { from: day(since), to: day(until), n: number(kept) }) : say("nobody");
    byId("numbers-groups").replaceChildren(...numbers.groups.map((g) => about(g, Boolean(numbers.by))));
    byId("numbers-flows").replaceChildren(...flowsOf(all).map((id) => funnel(id, within(numbers, id), Boolean(numbers.by))));
    this.#vain(numbers.unanswered ?? []);
    this.#choices();
    this.#map();
  }

  /** #splits offers the experiments. */
  #splits(names) {
    const group = byId("numbers-splits");
    const by = byId("numbers-by");
    const chosen = by.value;
    group.hidden = names.length === 0;
    group.replaceChildren(...names.map((name) => new Option(name, name)));
    by.value = chosen;
  }

  #vain(questions) {
    byId("numbers-vain").hidden = questions.length === 0;
    byId("numbers-vain-list").replaceChildren(
      ...questions.slice(0, 20).map(({ words, language, count }) => {
        const item = part("in-vain");
        fill(item, "words", words);
        fill(item, "language", language);
        fill(item, "count", `×${number(count)}`);
        return item;
      }),
    );
  }

  /** #choices offers whose numbers stand on the map. */
  #choices() {
    const chosen = this.#onMap.value;
    const groups = this.#numbers.by ? this.#numbers.groups.map((g, i) => new Option(groupName(g), `group-${i}`)) : [];
    this.#onMap.replaceChildren(this.#onMap.options[0], this.#onMap.options[1], ...groups);
    this.#onMap.value = chosen;
    if (this.#onMap.selectedIndex < 0) {
      this.#onMap.value = "all"; // the group is gone
    }
  }

  /** #map tells the map what to write at its boxes. */
  #map() {
    const at = this.#onMap.value.replace("group-", "");
    const group = at === "all" ? this.#all?.groups[0] : this.#numbers?.groups[Number(at)];
    this.#store.numbers = at === "off" || !group ? null : Object.fromEntries(group.flows.map((f) => [f.flow, steps(f)]));
    this.#store.dispatchEvent(new Event("numbers"));
  }
}

/** day writes the day of a time, by the clock of the bot. */
function day(at) {
  return new Date(`${at.slice(0, 10)}T00:00:00Z`).toLocaleDateString(document.documentElement.lang, { dateStyle: "medium", timeZone: "UTC" });
}

/** flowsOf lists the bot's own flows that somebody was in. */
const flowsOf = ({ groups }) => groups.flatMap((g) => g.flows.filter((f) => !f.builtin).map((f) => f.flow));

const within = ({ groups }, id) =>
  groups.flatMap((group) => group.flows.filter((f) => f.flow === id).map((flow) => ({ group, flow })));

/** about says in a line who a group is. */
function about(group, divided) {
  const { customers, visits, response, revenue } = group;
  const words = [counted("num-customers", customers), counted("num-visits", visits)];
  if (revenue?.length) {
    words.push(say("sum", { sum: sums(revenue) }));
  }
  if (response.count > 0) {
    words.push(say("first-answer", { time: wait(response.median), most: wait(response.most) }));
  }
  const item = document.createElement("li");
  item.textContent = (divided ? `${groupName(group)}: ` : "") + words.join(", ");
  return item;
}

/** wait writes milliseconds, tenths of a second where they are few. */
const wait = (ms) => span(ms < 60_000 ? ms / 1000 : Math.round(ms / 1000));

/** steps are the words at the boxes of a flow, by the path of the step. */
function steps(flow) {
  const words = { "": say("map-flow", { entered: number(flow.entered), goal: number(flow.reached) }) };
  if (!flow.has_goal) {
    words[""] = number(flow.entered);
  }
  if (flow.revenue?.length) {
    words[""] += ` · ${sums(flow.revenue)}`;
  }
  for (const { path, passed } of flow.steps ?? []) {
    words[path || "gone"] = number(passed);
  }
  for (const q of flow.questions ?? []) {
    const time = q.answered ? span(q.median) : "–";
    words[q.path || "gone"] = say("map-step", { answered: number(q.answered), asked: number(q.asked), left: number(q.dropped), time });
  }
  return words;
}
