// Shows the app in a frame, from its own address and under its own policy, where the policy of the page
// blocks WebAssembly. docs/embedding.md has the messages between the two.

/** Shows it; `home` says the page that the element's attributes name. */
export function frame(element, emit, home) {
  const { origin } = new URL(import.meta.url);
  const page = new URL("./index.html", import.meta.url);
  const inside = document.createElement("iframe");
  const at = (route) => {
    page.hash = route;
    inside.src = page.href;
  };
  inside.title = "Leadership self-assessment";
  Object.assign(inside.style, { border: 0, display: "block", inlineSize: "100%", blockSize: "40rem" });
  inside.part = "frame";
  at(home());

  /** Those who have asked for something, by its number. */
  const waiting = new Map();
  let asked = 0;
  // Before the app in the frame says something it hears nothing.
  let speaks, fails;
  const speaking = new Promise((resolve, reject) => ([speaks, fails] = [resolve, reject]));
  // Told to whoever asks.
  speaking.catch(() => {});
  const heard = ({ source, origin: from, data }) => {
    // Other frames and windows of the page may say anything.
    if (source !== inside.contentWindow || from !== origin || data?.bellwether !== 1) return;
    speaks();
    if (data.height > 0) inside.style.blockSize = `${data.height}px`;
    if (data.news) emit(data.news);
    if (data.route && inside.getBoundingClientRect().top < 0) inside.scrollIntoView();
    if (data.to) {
      const [done, refuse] = waiting.get(data.number) ?? [];
      waiting.delete(data.number);
      if (data.refusal === undefined) done?.(data.answer);
      else refuse?.(new Error(data.refusal));
    }
  };
  const blocked = ({ blockedURI, effectiveDirective }) => {
    if (!blockedURI.startsWith(origin)) return;
    emit({ type: "error", code: "frame-blocked" });
    if (effectiveDirective === "frame-src") fails(new Error("the page’s policy blocks the frame"));
  };
  addEventListener("message", heard);
  document.addEventListener("securitypolicyviolation", blocked);
  element.shadowRoot.replaceChildren(inside);
  return {
    visit: (route) => at(route === "#/" ? home() : route),
    home: () => at(home()),
    async ask(what, file) {
      if (origin !== location.origin) {
        throw new Error("in a frame from another origin the record is the person's alone: they save it as a file");
      }
      await speaking;
      const number = (asked += 1);
      return new Promise((done, refuse) => {
        waiting.set(number, [done, refuse]);
        inside.contentWindow.postMessage({ bellwether: 1, ask: what, file, number }, origin);
      });
    },
    take() {},
    end() {
      removeEventListener("message", heard);
      document.removeEventListener("securitypolicyviolation", blocked);
      inside.remove();
      const gone = new Error("the app has gone");
      fails(gone);
      for (const [, refuse] of waiting.values()) refuse(gone);
    },
  };
}
