// What a <bellwether-assessment> shows: the page that its attributes name, and content of the host's own.

/** The route of what the attributes name. */
export function homeOf({ session, pathway, framework }) {
  if (session) return `#/learn/session/${session}`;
  if (pathway) return `#/learn/pathway/${pathway}`;
  if (framework) return `#/framework/${framework}`;
  return "#/";
}

const CATALOGUE = "frameworks/catalogue.json";
/** As in src/form.rs. */
const isId = (id) => typeof id === "string" && /^[a-z][a-z0-9-]{0,63}$/.test(id);

/** An address seen from the page. From one that is none nothing will come. */
function seenFromPage(address) {
  try {
    return new URL(address, document.baseURI).href;
  } catch {
    return address;
  }
}

/**
 * Content from `src`, a framework or a catalogue with frameworks beside it; otherwise ours, from beside
 * this script. Content that does not come or is damaged is left to the app, which says so.
 */
export async function own(element) {
  const ours = (path) => new URL(`./${path}`, import.meta.url).href;
  if (!element.src) return { address: ours };
  const src = seenFromPage(element.src);
  const text = await fetch(src)
    .then((response) => (response.ok ? response.text() : undefined))
    .catch(() => undefined);
  let content;
  try {
    content = JSON.parse(text);
  } catch {
    content = undefined;
  }
  if (Array.isArray(content?.frameworks)) {
    const ids = content.frameworks.map((entry) => entry?.id).filter(isId);
    const theirs = new Set(ids.map((id) => `frameworks/${id}.json`));
    const address = (path) => (theirs.has(path) ? new URL(path.slice("frameworks/".length), src).href : ours(path));
    // Not those of ours with the same names, which another element may have fetched.
    const none = Object.fromEntries([...theirs].map((path) => [path, undefined]));
    return { texts: { ...none, [CATALOGUE]: text }, address };
  }
  const id = isId(content?.id) ? content.id : "own";
  const path = `frameworks/${id}.json`;
  return {
    texts: text === undefined ? {} : { [path]: text },
    address: (wanted) => (wanted === path ? src : ours(wanted)),
    home: `#/framework/${id}`,
  };
}
