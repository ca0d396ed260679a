// Ties together what stands beside the phone.

import { byId } from "./dom.js";
import { Controls } from "./controls.js";
import { Findings } from "./findings.js";
import { Inspector } from "./inspector.js";
import { MapPanel } from "./map.js";
import { Numbers } from "./numbers.js";
import { views } from "./views.js";

/** workbench makes the workbench work, where the page has one. */
export function workbench(store, notice) {
  if (!byId("bench-bar")) {
    return;
  }
  const show = views();
  const map = new MapPanel(store, notice);
  const look = async (place) => {
    show("map");
    await map.find(place);
  };
  new Inspector(store, notice, { look, where: (seen) => map.follow(seen) });
  new Findings(store, look);
  new Controls(store, notice);
  if (byId("panel-numbers")) {
    new Numbers(store, notice);
  }
}
