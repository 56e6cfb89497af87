// Loads the program of the first view, and the whole one when it is wanted
// (docs/decisions/0006-two-programs.md). What they are called is put in by tools/finish.mjs.

const FIRST = "FIRST_PROGRAM";
const WHOLE = "WHOLE_PROGRAM";
const STYLES = "WHOLE_STYLES";
// Empty where nothing is kept for use without a network, as while one works on the app.
const OFFLINE = "OFFLINE_SCRIPT";

const host = document.getElementById("bellwether");

// A browser remembers that a script could not be had, unless it is asked for by another address.
let failures = 0;

/** The glue of a program and the bytes of its module, which are compiled when they are wanted: until
 * then the person is at work. */
async function fetched(name) {
  const address = new URL(`./${name}_bg.wasm`, import.meta.url);
  const script = `./${name}.js${failures ? `?${failures}` : ""}`;
  const [glue, response] = await Promise.all([import(script), fetch(address)]);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return [glue, await response.arrayBuffer()];
}

/** Resolves once the style sheet of the whole program is there, or is known not to come. */
function styled() {
  return new Promise((resolve) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(`./${STYLES}`, import.meta.url);
    link.onload = resolve;
    // A page without its looks is better than none.
    link.onerror = resolve;
    document.head.append(link);
  });
}

// Lists that its pages choose from. A program looks for them at the host before it asks for them.
const LISTS = ["frameworks/crosswalk.json", "frameworks/learning.json"];

async function listed(address) {
  const response = await fetch(address);
  if (response.ok) host[address] = await response.text();
}

/** The whole program, with its looks and lists. */
async function all() {
  try {
    const lists = Promise.allSettled(LISTS.map(listed));
    const [program] = await Promise.all([fetched(WHOLE), styled(), lists]);
    return program;
  } catch (error) {
    failures += 1;
    throw error;
  }
}

let whole;

/** Has the program in the host leave, and resolves once it has. */
function left() {
  return new Promise((resolve) => {
    host.addEventListener("bellwether-left", resolve, { once: true });
    host.dispatchEvent(new Event("bellwether-leave"));
  });
}

async function handOver() {
  try {
    whole ??= all();
    const [glue, bytes] = (await whole) ?? (await all());
    const module = await WebAssembly.compile(bytes);
    await left();
    await glue.default({ module_or_path: module });
  } catch (error) {
    whole = undefined;
    console.error(error);
    host.dispatchEvent(new Event("bellwether-stay"));
  }
}

host.addEventListener("bellwether-wanted", handOver);
host.addEventListener("bellwether-soon", () => {
  // Not for those who have asked their browser to spare their data.
  if (navigator.connection?.saveData) return;
  (globalThis.requestIdleCallback ?? setTimeout)(() => {
    // Whoever wants it in earnest tries again.
    whole ??= all().catch(() => (whole = undefined));
  });
});

// Some browsers and policies switch it off.
if (typeof WebAssembly !== "object") document.getElementById("bellwether-without").hidden = false;

const { default: start } = await import(`./${FIRST}.js`);
await start({ module_or_path: new URL(`./${FIRST}_bg.wasm`, import.meta.url) });

if (OFFLINE) {
  const { keep } = await import(`./${OFFLINE}`);
  keep(new URL("./sw.js", import.meta.url));
}
