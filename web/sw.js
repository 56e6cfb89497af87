// Keeps the whole app for use without a network. tools/finish.mjs puts in which files there are.
//
// A version is kept whole or not at all: its files are fetched into a cache of their own, and if one
// does not come, or finds no room, the browser drops the attempt and the version before goes on. A
// new version waits until the person takes it (web/offline.mjs); only then is the old one dropped.

const VERSION = "THE_VERSION";
const FILES = ["THE_FILES"];

const PREFIX = "bellwether-";
const CACHE = PREFIX + VERSION;

self.addEventListener("install", (event) => {
  const kept = async () => {
    const cache = await caches.open(CACHE);
    try {
      await cache.addAll(FILES.map((file) => new Request(file, { cache: "no-cache" })));
    } catch (error) {
      await caches.delete(CACHE);
      throw error;
    }
  };
  event.waitUntil(kept());
});

self.addEventListener("activate", (event) => {
  const tidied = async () => {
    const names = await caches.keys();
    const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
    await Promise.all(old.map((name) => caches.delete(name)));
    await self.clients.claim();
  };
  event.waitUntil(tidied());
});

self.addEventListener("message", ({ data }) => {
  if (data === "take") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(self.registration.scope)) return;
  const answered = async () => {
    const wanted = request.mode === "navigate" && request.url.split(/[?#]/)[0] === self.registration.scope
      ? "index.html"
      : request;
    // To open it would make it anew where it was erased.
    return (await caches.match(wanted, { cacheName: CACHE, ignoreSearch: true })) ?? fetch(request);
  };
  event.respondWith(answered());
});
