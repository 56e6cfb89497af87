// Loads the two programs (docs/decisions/0006-two-programs.md) and shows them in any number of nodes of
// a page, the hosts. Each program is loaded once, however many hosts there are. Every host begins with
// the first program, and goes over to the whole one when it wants a page that the first does not have.
// What the programs are called is put in by tools/finish.mjs.

const FIRST = "{{FIRST_PROGRAM}}";
const WHOLE = "{{WHOLE_PROGRAM}}";

/** Texts that were fetched, by their addresses beside the page: a program looks here first. */
export const texts = {};

// A browser remembers that a script could not be had, unless it is asked for by another address.
let failures = 0;

const beside = (address) => new URL(address, import.meta.url);

/** The glue of a program, and the answer with its module. */
async function fetched(name) {
  const glue = import(`./${name}.js${failures ? `?${failures}` : ""}`);
  const response = await fetch(beside(`./${name}_bg.wasm`));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return [await glue, response];
}

/** Starts a program, and resolves to what draws it into a host: the program tells by an event. */
export async function started(glue, module, event) {
  let draw;
  document.addEventListener(event, (told) => (draw = told.draw), { once: true });
  await glue.default({ module_or_path: module });
  return draw;
}

/** Something that is done once, and again where it failed. */
function once(act) {
  let done;
  return () =>
    (done ??= act().catch((error) => {
      done = undefined;
      failures += 1;
      throw error;
    }));
}

const first = once(async () => {
  const [glue, response] = await fetched(FIRST);
  return started(glue, response, "bellwether-first");
});

// Lists that the pages of the whole program choose from.
const LISTS = ["frameworks/crosswalk.json", "frameworks/learning.json"];

async function list(address) {
  const response = await fetch(beside(address));
  if (response.ok) texts[address] ??= await response.text();
}

/** The whole program is fetched in idle time and compiled when it is wanted: until then the person is
 * at work. */
const wholeFetched = once(async () => {
  const lists = Promise.allSettled(LISTS.map(list));
  const [glue, response] = await fetched(WHOLE);
  const bytes = await response.arrayBuffer();
  await lists;
  return [glue, bytes];
});

let isWhole = false;
const whole = once(async () => {
  const [glue, bytes] = await wholeFetched();
  const draw = await started(glue, await WebAssembly.compile(bytes), "bellwether-whole");
  isWhole = true;
  return draw;
});

const idle = globalThis.requestIdleCallback ?? setTimeout;

/** Nodes that a program has been drawn into and has left: the next is shown in one of them, since
 * programs do not quite let go of a node (docs/decisions/0007-elements-reuse-nodes.md). */
const spare = { first: [], whole: [] };

/**
 * The app in a host.
 * @param {Element} host
 * @param {object} given what the programs find: see src/browser/mount.rs
 * @param {() => Promise<void>} styled gives the page the looks of the whole program
 */
export function stage(host, given, styled) {
  let node, program, leaving;
  let gone = false;

  /** What the programs tell, and what is done then. Whoever has the app may add to it. */
  const told = {
    "bellwether-wanted": () =>
      over().catch((error) => {
        console.error(error);
        send("bellwether-stay");
      }),
    "bellwether-soon"() {
      // Not for those who have asked their browser to spare their data.
      if (navigator.connection?.saveData) return;
      // Whoever wants it in earnest tries again.
      idle(() => Promise.all([wholeFetched(), styled()]).catch(() => {}));
    },
  };
  const setting = { texts, ...given, tell: (what) => told[what]?.() };
  const send = (event) => node?.dispatchEvent(event instanceof Event ? event : new Event(event));

  function enter(name, draw) {
    program = name;
    leaving = undefined;
    const used = spare[name].pop();
    node = used ?? document.createElement("div");
    node.bellwether = setting;
    host.replaceChildren(node);
    if (used) send("bellwether-show");
    else draw(node);
  }

  function leave() {
    leaving ??= new Promise((resolve) => {
      told["bellwether-left"] = resolve;
      send("bellwether-leave");
    }).then(() => {
      // Of what was erased nothing is brought along.
      if (setting.erased) setting.brought = "";
      node.remove();
      node.bellwether = undefined;
      spare[program].push(node);
      node = undefined;
    });
    return leaving;
  }

  const has = async () => (await Promise.all([whole(), styled()]))[0];

  /** Has it go over to the whole program, unless it has. */
  const over = once(async () => {
    const draw = await has();
    if (node && program === "first") await leave();
    if (!gone && !node) enter("whole", draw);
  });

  return {
    host,
    setting,
    told,
    send,
    over,
    /** Shows it, and resolves once it is there. */
    async begin() {
      // Where the whole program is running, or something was left that only it takes up, the first is of
      // no use.
      if (isWhole || setting.brought) return over();
      const draw = await first();
      if (!gone && !node) enter("first", draw);
    },
    /** Takes it away, and resolves once it is gone. */
    async end() {
      gone = true;
      if (node) await leave();
    },
  };
}
