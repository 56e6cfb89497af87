// Runs the app in a <bellwether-assessment> (web/embed.mjs), in a tree of its own that the styles of the
// page do not reach. Loaded when the element is near to what is seen.

import { ask } from "./{{ASKING_SCRIPT}}";
import { stage, texts } from "./{{PROGRAMS_SCRIPT}}";
import { homeOf, own } from "./{{CONTENT_SCRIPT}}";
import { join } from "./{{SHARING_SCRIPT}}";

const STYLES = "{{ELEMENT_STYLES}}";
const WHOLE_STYLES = "{{ELEMENT_WHOLE_STYLES}}";
const FRAME = "./{{ELEMENT_FRAME_SCRIPT}}";

const MESSAGES = {
  "content-unreachable": "Content could not be fetched.",
  "content-missing": "There is no such content.",
  "content-unusable": "Content came, but cannot be used; ./dev validate says what is wrong with a file.",
  "storage-full": "What is entered is not stored: the browser's storage is full.",
  "storage-off": "What is entered is not stored: the browser does not let this page store anything.",
  "frame-blocked": "The page’s policy blocks WebAssembly and frames: allow one of them.",
};

const sheets = new Map();

/** A style sheet, which all elements of the page share. */
function sheet(name) {
  if (!sheets.has(name)) {
    const made = fetch(new URL(`./${name}`, import.meta.url))
      .then((response) => response.text())
      .then((text) => new CSSStyleSheet().replace(text));
    sheets.set(name, made);
    made.catch(() => sheets.delete(name));
  }
  return sheets.get(name);
}

/** Gives a tree a style sheet. A page without its looks is better than none. */
async function dress(shadow, name) {
  const made = await sheet(name).catch((error) => console.error(error));
  if (made && !shadow.adoptedStyleSheets.includes(made)) {
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, made];
  }
}

/** Whether the page's policy lets WebAssembly run: the smallest of all modules is tried. */
function mayRun() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

/** Links that a browser would follow within the page. */
const isPlain = (event) =>
  !event.defaultPrevented && !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;

/**
 * Runs the app in an element.
 * @param {HTMLElement} element
 * @param {object} kept what lasts when the element is taken out and put in again: `stored` and `route`; and
 *   `again`, which begins anew
 */
export async function attach(element, kept) {
  const { shadowRoot: shadow } = element;
  const emit = ({ type, ...detail }) => {
    if (type === "error") detail.message = MESSAGES[detail.code];
    const event = new CustomEvent(`bellwether-${type}`, { detail, bubbles: true, composed: true });
    element.dispatchEvent(event);
  };
  if (!mayRun()) {
    console.warn(
      "<bellwether-assessment>: this page's policy, or the browser, blocks WebAssembly, so the same is shown in a " +
        "frame. To have it in the page, add 'wasm-unsafe-eval' to script-src.",
    );
    const { frame } = await import(FRAME);
    return frame(element, emit, () => homeOf(element));
  }

  const [content] = await Promise.all([own(element), dress(shadow, STYLES)]);
  const host = document.createElement("div");
  host.className = "bellwether-app";
  host.lang = "en-GB";
  // Whatever the page's direction, these texts are English.
  host.dir = "ltr";
  shadow.replaceChildren(host);
  // Lengths go by the size of letters that the person has set, not by the page's.
  host.style.setProperty("--bellwether-rem", getComputedStyle(host).fontSize);

  const home = () => content.home ?? homeOf(element);
  const { address } = element;
  const inAddress = () => (address && location.hash.startsWith("#/") ? location.hash : "");
  const app = stage(host, {}, () => dress(shadow, WHOLE_STYLES));
  const { setting, told } = app;
  const sharing = join(element, app, kept);
  const brought = await sharing.takeUp();
  Object.assign(setting, {
    texts: content.texts ? Object.setPrototypeOf(content.texts, texts) : texts,
    address: content.address,
    storage: sharing.store,
    keeper: element.storage === "host" ? "host" : undefined,
    route: inAddress() || kept.route || home(),
    brought,
    news: "",
  });
  // The page around clears what it keeps itself, if anybody does.
  if (element.storage !== "host") {
    told["bellwether-stored"] = () => navigator.storage?.persist?.().catch(() => {});
  }

  /** Shows another page. */
  const turn = (route) => {
    if (route === setting.route) return;
    kept.route = setting.route = route;
    app.send("bellwether-visit");
  };
  const visit = (route) => {
    turn(route === "#/" ? home() : route);
    if (address) location.hash = setting.route;
  };
  // Another place in the page around is none of ours.
  const moved = () => {
    if (inAddress()) turn(inAddress());
    else if (!location.hash) turn(home());
  };
  if (address) addEventListener("hashchange", moved);
  // A page that the browser had put to sleep has not heard of what was changed meanwhile.
  const woken = ({ persisted }) => persisted && kept.again();
  addEventListener("pageshow", woken);
  told["bellwether-went"] = () => {
    kept.route = setting.route;
    if (address) location.hash = kept.route;
  };
  told["bellwether-replaced"] = () => {
    kept.route = setting.route;
    if (address) location.replace(kept.route);
  };
  told["bellwether-news"] = () => emit(JSON.parse(setting.news));
  host.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#/"]');
    if (!link || !isPlain(event)) return;
    event.preventDefault();
    visit(link.getAttribute("href"));
  });

  kept.route = setting.route;
  try {
    await app.begin();
  } catch (error) {
    await sharing.leave(Promise.resolve(setting.brought));
    throw error;
  }
  sharing.catchUp();
  return {
    visit,
    home: () => visit(home()),
    ask: (what, file) => ask(app, what, file),
    take: sharing.take,
    async end() {
      removeEventListener("hashchange", moved);
      removeEventListener("pageshow", woken);
      told["bellwether-gone"]?.();
      // It does not matter that a page was shown: the one that comes is a new one. What was only in
      // memory does.
      await sharing.leave(app.end().then(() => setting.brought?.replace(/^shown/, "")));
      host.remove();
    },
  };
}
