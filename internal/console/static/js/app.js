// Ties the parts of the page together. The server draws the frame with all its
// words; what is in the chat comes as events and is drawn here.

import { Store } from "./store.js";
import { follow } from "./stream.js";
import { Customers } from "./customers.js";
import { Chat } from "./chat.js";
import { notices } from "./notice.js";
import { theme } from "./theme.js";
import { workbench } from "./workbench.js";

const store = new Store();
const notice = notices();

theme(document.getElementById("theme"));
new Customers(store, notice);
new Chat(store, notice);
workbench(store, notice);
follow(store);
