// Where the record of a <bellwether-assessment> lives: in local storage, or with the host of the page. The
// elements of a page that keep theirs in the same place tell each other what they write, as browsers tell
// other tabs.

/** Those that run: what they share, and how they take up what another has written. */
const running = new Set();

/** Local storage, where every key has a namespace before it. A browser that blocks it throws. */
const local = (prefix) => ({
  keys: () =>
    Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length)),
  getItem: (key) => localStorage.getItem(prefix + key),
  setItem: (key, text) => localStorage.setItem(prefix + key, text),
  removeItem: (key) => localStorage.removeItem(prefix + key),
});

/** What comes before the keys of a namespace. A name that would lead into the page's own keys, or into those of
 * another namespace, is written in numbers. */
function prefixOf(namespace) {
  if (!namespace) return "";
  if (!/(^|\/)bellwether/.test(namespace)) return `${namespace}/`;
  return `bellwether.${Array.from(namespace, (sign) => sign.codePointAt(0)).join(".")}/`;
}

/** What the page itself keeps: it is told of every change, by an event. */
const atHost = (element, kept) => {
  const tell = (key, value) => {
    const detail = { key, value };
    element.dispatchEvent(new CustomEvent("bellwether-store", { detail, bubbles: true, composed: true }));
  };
  return {
    keys: () => Object.keys(kept.stored),
    getItem: (key) => kept.stored[key] ?? null,
    setItem(key, text) {
      kept.stored[key] = text;
      tell(key, text);
    },
    removeItem(key) {
      delete kept.stored[key];
      tell(key, null);
    },
  };
};

/** What could not be stored, by what is shared: elements that come later have it from here. */
const unkept = new Map();

/** What elements that have gone could not store, by where it is to be, and there by element. */
const left = new Map();

/** Whether something of what an app has left is not stored: this comes before each such part, as
 * src/app/takeover.rs has it. */
const hasUnstored = (text) => text.includes("\u001e");

/** The page is not to be left while some of that would be lost. */
function asks(event) {
  const texts = [...left.values()].flatMap((there) => [...there.values()]);
  if (texts.some(hasUnstored)) event.preventDefault();
}

/** Listens for as long as there is anybody, or anything, to listen for. */
function listen() {
  const turn = (on, type, hear) => (on ? addEventListener(type, hear) : removeEventListener(type, hear));
  turn(running.size + left.size > 0, "storage", written);
  turn(left.size > 0, "beforeunload", asks);
}

/** Keeps what an element has left for the one that comes next. */
function hold(place, kept, text) {
  if (!left.has(place)) left.set(place, new Map());
  left.get(place).set(kept, text);
}

/** What is left in a place: by the element itself if it was there before, otherwise by another. */
function taken(place, kept) {
  const there = left.get(place);
  if (!there) return undefined;
  const from = there.has(kept) ? kept : there.keys().next().value;
  const text = there.get(from);
  there.delete(from);
  if (there.size === 0) left.delete(place);
  return text;
}

/** How long is waited for an app to leave; one that has come to grief never does. */
const PATIENCE = 2000;

/** Tells the others after each write, also after one that failed: then they have it in memory too. */
function shared(store, group, others) {
  if (!unkept.has(group)) unkept.set(group, new Map());
  const inMemory = unkept.get(group);
  return {
    keys: () => store.keys(),
    getItem(key) {
      try {
        return store.getItem(key);
      } catch {
        return inMemory.get(key) ?? null;
      }
    },
    setItem(key, text) {
      // With this sign it is only to be passed on.
      if (key.startsWith("~")) {
        inMemory.set(key.slice(1), text);
        others((other) => other.heed(key.slice(1), text));
        return;
      }
      inMemory.set(key, text);
      try {
        store.setItem(key, text);
        inMemory.delete(key);
      } finally {
        others((other) => other.heed(key, text));
      }
    },
    removeItem(key) {
      inMemory.delete(key);
      try {
        store.removeItem(key);
      } finally {
        others((other) => other.heed(key, null));
      }
    },
  };
}

/** Where another tab says that it has erased everything, also what elements have. */
const LET_GO = "bellwether-profiles/1/call-to-let-go";

/** Another tab has written. */
function written({ key, newValue, storageArea }) {
  if (!key || storageArea !== localStorage) return;
  if (key === LET_GO && newValue) {
    left.clear();
    for (const { prefix, letGo } of running) if (prefix !== undefined) letGo();
    listen();
    return;
  }
  for (const { prefix, heed } of running) {
    if (prefix !== undefined && key.startsWith(prefix)) heed(key.slice(prefix.length), newValue);
  }
}

/** Gives an element its store, and has its app hear what the others write to the same. */
export function join(element, app, kept) {
  const isLocal = element.storage !== "host";
  const prefix = prefixOf(element.namespace);
  const heed = (key, text) => {
    if (!isLocal && text === null) delete kept.stored[key];
    else if (!isLocal) kept.stored[key] = text;
    app.send(new StorageEvent("storage", { key, newValue: text }));
  };
  const group = `${isLocal}/${prefix}`;
  // The page around may have another account for each element.
  const place = isLocal ? group : kept;
  let isErased = false;
  const letGo = () => {
    unkept.get(group)?.clear();
    isErased = true;
    kept.again();
  };
  const me = { group, prefix: isLocal ? prefix : undefined, heed, letGo };
  const others = (tell) => {
    for (const other of running) if (other !== me && other.group === me.group) tell(other);
  };
  running.add(me);
  listen();
  return {
    store: shared(isLocal ? local(prefix) : atHost(element, kept), me.group, others),
    /** Hears what the others have and could not store. */
    catchUp() {
      for (const [key, text] of unkept.get(me.group) ?? []) heed(key, text);
    },
    /** What was left here, once those who are leaving have. */
    async takeUp() {
      const leaving = [...running].filter((other) => other.group === group && other.leaving);
      if (leaving.length > 0) {
        const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
        await Promise.race([late, Promise.all(leaving.map((other) => other.leaving))]);
      }
      return isErased ? undefined : taken(place, kept);
    },
    /** Takes in what the page has now, from another device perhaps. What is missing there has perhaps only not
     * come there yet: whatever is deleted has an entry that says so. */
    take(entries) {
      for (const [key, text] of Object.entries(entries)) if (kept.stored[key] !== text) heed(key, text);
    },
    /** Goes when its app has, and keeps what that leaves. A record of which nothing waits is where it is stored,
     * or was taken from there on purpose: by whoever erased or locked it, or by the page around. */
    leave(gone) {
      me.leaving = gone.then((text = "") => {
        running.delete(me);
        if (![...running].some(({ group }) => group === me.group)) unkept.delete(me.group);
        const rest = hasUnstored(text) ? text : text.split("\n\n")[0];
        if (rest && !isErased) hold(place, kept, rest);
        listen();
      });
      return me.leaving;
    },
  };
}
