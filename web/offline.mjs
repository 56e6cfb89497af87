// Keeps the app for use without a network, by web/sw.js, and offers a new version when there is one.
// Loaded once the first view is there.

import { offer } from "./{{BANNER_SCRIPT}}";
import "./{{WOKEN_SCRIPT}}";

/** Tells what becomes of a version that is being fetched. */
function watch(worker, container) {
  worker?.addEventListener("statechange", () => {
    if (worker.state === "installed" && container.controller) ready(worker);
    // It is dropped whole when a file of it could not be fetched or kept.
    if (worker.state === "redundant" && !container.controller && navigator.onLine) full();
  });
}

// Whether the person has taken a new version in this tab.
let taken = false;

function ready(worker) {
  offer("A new version of this page is ready. Everything you have entered stays.", "Use it now", () => {
    taken = true;
    worker.postMessage("take");
  });
}

async function full() {
  const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate?.()) ?? {};
  // Two megabytes are more than all of it.
  if (quota - usage > 2e6) return;
  offer("This browser has no room to keep the page for use without a network. With a network it works as before.");
}

/** Keeps the app at this address. */
export async function keep(script) {
  const container = navigator.serviceWorker;
  if (!container) return;
  const had = Boolean(container.controller);
  container.addEventListener("controllerchange", () => {
    if (taken) location.reload();
    // Nobody has asked for it in this tab, where somebody may be in the middle of something.
    else if (had) offer("A new version was taken in another tab.", "Use it here too", () => location.reload());
  });
  try {
    const registration = await container.register(script);
    if (registration.waiting && container.controller) ready(registration.waiting);
    watch(registration.installing, container);
    registration.addEventListener("updatefound", () => watch(registration.installing, container));
  } catch {
    // Refused in private windows and some frames: the page works, with a network.
  }
}
