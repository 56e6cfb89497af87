// What the app does besides, when it is shown in a frame of somebody else's page: it tells that page how
// high it is and what is new, and does what a page of the same origin asks for. docs/embedding.md has the
// messages. Messages from anywhere but the page around are not heeded.

import { ask } from "./{{ASKING_SCRIPT}}";

const tell = (message) => parent.postMessage({ bellwether: 1, ...message }, "*");

/** Whether a message comes from the page around, and that is one of ours: only such a page is given what
 * the person has entered. Pages without an origin are nobody's, though they all say "null". */
const isOurs = ({ source, origin }) => source === parent && origin !== "null" && origin === location.origin;

/** Whether the page around is one of ours. */
function isAmongOurs() {
  try {
    return Boolean(parent.location.href);
  } catch {
    return false;
  }
}

const refuse = () => {
  throw new DOMException("nothing is stored in a frame of another site", "SecurityError");
};
/** Where nothing is stored. The app goes on in memory, says so, and offers a file. */
const nowhere = { keys: refuse, getItem: refuse, setItem: refuse, removeItem: refuse };

/** Joins the app with the page around. Called before the app begins. */
export function join(app) {
  const { host, setting, told } = app;
  told["bellwether-news"] = () => tell({ news: JSON.parse(setting.news) });
  // Down to where the app ends: the document itself is never lower than the frame.
  const resized = new ResizeObserver(() => tell({ height: Math.ceil(host.getBoundingClientRect().bottom + scrollY) }));
  [host, document.body].forEach((node) => resized.observe(node));
  addEventListener("hashchange", () => tell({ route: location.hash }));
  addEventListener("message", async (message) => {
    const { data } = message;
    if (data?.bellwether !== 1 || typeof data.ask !== "string" || !isOurs(message)) return;
    const done = await ask(app, data.ask, data.file).then(
      (answer) => ({ answer }),
      (error) => ({ refusal: error.message }),
    );
    // Whoever asks several things at once tells them apart by their numbers.
    const number = data.number === undefined ? {} : { number: data.number };
    tell({ to: data.ask, ...number, ...done });
  });
  // Browsers keep what is stored in a frame of another site apart for each site that shows it, and some not
  // for long: whoever comes back another way would not find it.
  if (!isAmongOurs()) setting.storage = nowhere;
}
