// Starts the app as a page of its own. What files are called is put in by tools/finish.mjs.

import { stage } from "./{{PROGRAMS_SCRIPT}}";

const STYLES = "{{WHOLE_STYLES}}";
const FRAMED = "{{FRAMED_SCRIPT}}";
// Empty where nothing is kept for use without a network, as while one works on the app.
const OFFLINE = "{{OFFLINE_SCRIPT}}";

const host = document.getElementById("bellwether");
let styles;

/** Resolves once the style sheet of the whole program is there, or is known not to come. */
function styled() {
  return (styles ??= new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(`./${STYLES}`, import.meta.url);
    link.onload = resolve;
    // A page without its looks is better than none.
    link.onerror = resolve;
    document.head.append(link);
  }));
}

// Some browsers and policies switch it off.
if (typeof WebAssembly !== "object") document.getElementById("bellwether-without").hidden = false;

const framed = parent !== window;
const app = stage(host, framed ? { news: "" } : {}, styled);
// In a frame of somebody else's page, that one is told how high this is, and what is new.
if (framed) (await import(`./${FRAMED}`)).join(app);
// Browsers clear what is stored when they want room, unless they have said that they will not.
app.told["bellwether-stored"] = () => navigator.storage?.persist?.().catch(() => {});

// People who share this browser have profiles, and only the whole program lets them in.
const PROFILES = "bellwether-profiles/";
const isShared = () => {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith(PROFILES));
  } catch {
    return false;
  }
};
// Another tab may make the first, or have erased everything.
addEventListener("storage", ({ key }) => {
  if (!key?.startsWith(PROFILES)) return;
  if (key.endsWith("let-go")) app.setting.erased = true;
  app.over();
});
await (isShared() ? app.over() : app.begin());

if (OFFLINE) {
  const { keep } = await import(`./${OFFLINE}`);
  keep(new URL("./sw.js", import.meta.url));
}
