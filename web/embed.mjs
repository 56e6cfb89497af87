// Defines <bellwether-assessment>: docs/embedding.md says what it can do. This is all that a page loads
// until the element comes near to what is seen; then it fetches the rest, from where this came from.

const ELEMENT = "./{{ELEMENT_SCRIPT}}";

const TEXTS = ["framework", "pathway", "session", "src", "storage", "namespace", "loading"];
const FLAGS = ["catalogue", "address"];
/** What is looked at only when the app begins. */
const LASTING = ["src", "storage", "namespace", "address"];
/** How far from what is seen it begins. */
const NEAR = "600px";

class BellwetherAssessment extends HTMLElement {
  static observedAttributes = [...TEXTS, ...FLAGS];

  #watch;
  /** The running app, or rather the promise of it. */
  #app;
  /** Resolves once the one before has gone. */
  #ended;
  /** What lasts when the element is taken out and put in again. */
  #kept = { stored: {}, again: () => this.#again() };

  constructor() {
    super();
    const style = new CSSStyleSheet();
    style.replaceSync(":host{display:block;min-height:20rem}:host([hidden]){display:none}");
    const shadow = this.attachShadow({ mode: "open" });
    shadow.adoptedStyleSheets = [style];
    // What the page has put inside is seen until the app is there.
    shadow.append(document.createElement("slot"));
  }

  connectedCallback() {
    // What was set before this script came has hidden the properties of the class.
    for (const name of [...TEXTS, ...FLAGS, "stored", "route"]) {
      if (!Object.hasOwn(this, name)) continue;
      const value = this[name];
      delete this[name];
      this[name] = value;
    }
    if (this.loading === "eager") return void this.#begin();
    this.#watch = new IntersectionObserver(
      (seen) => seen.some(({ isIntersecting }) => isIntersecting) && this.#begin(),
      { rootMargin: NEAR },
    );
    this.#watch.observe(this);
  }

  disconnectedCallback() {
    this.#watch?.disconnect();
    this.#end();
  }

  attributeChangedCallback(name, was, is) {
    if (was === is || !this.#app) return;
    if (LASTING.includes(name)) {
      this.#end();
      this.#kept.route = undefined;
      this.#begin();
    } else {
      this.#app.then((app) => app?.home());
    }
  }

  #begin() {
    this.#watch?.disconnect();
    return (this.#app ??= Promise.all([import(ELEMENT), this.#ended])
      .then(([{ attach }]) => attach(this, this.#kept))
      .catch((error) => this.#fail(error)));
  }

  #end() {
    this.#ended = this.#app?.then((app) => app?.end());
    this.#app = undefined;
  }

  /** Begins anew with what is stored, and with what could not be unless it was erased. */
  #again() {
    if (!this.#app) return;
    this.#end();
    this.#begin();
  }

  #fail(error) {
    this.#app = undefined;
    // What the page has put inside is better than nothing.
    this.shadowRoot.replaceChildren(document.createElement("slot"));
    console.error(error);
    const detail = { code: "program-unreachable", message: String(error) };
    this.dispatchEvent(new CustomEvent("bellwether-error", { detail, bubbles: true, composed: true }));
  }

  async #ask(what, file) {
    if (!this.isConnected) throw new Error("the element is not in the page");
    const app = await this.#begin();
    if (!app) throw new Error("the app could not be loaded");
    return app.ask(what, file);
  }

  export() {
    return this.#ask("export");
  }

  async import(file) {
    await this.#ask("import", typeof file === "string" ? file : await file.text());
  }

  reset() {
    return this.#ask("reset");
  }

  get stored() {
    return { ...this.#kept.stored };
  }

  set stored(entries) {
    const next = { ...entries };
    if (this.#app) this.#app.then((app) => app?.take(next));
    else this.#kept.stored = next;
  }

  get route() {
    return this.#kept.route ?? "";
  }

  set route(route) {
    const isOne = typeof route === "string" && route !== "";
    if (this.#app) this.#app.then((app) => app?.visit(isOne ? route : "#/"));
    else this.#kept.route = isOne ? route : undefined;
  }
}

for (const name of TEXTS) {
  Object.defineProperty(BellwetherAssessment.prototype, name, {
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      if (value === null || value === undefined) this.removeAttribute(name);
      else this.setAttribute(name, value);
    },
    configurable: true,
    enumerable: true,
  });
}
for (const name of FLAGS) {
  Object.defineProperty(BellwetherAssessment.prototype, name, {
    get() {
      return this.hasAttribute(name);
    },
    set(value) {
      this.toggleAttribute(name, Boolean(value));
    },
    configurable: true,
    enumerable: true,
  });
}

// A page may load this twice.
if (!customElements.get("bellwether-assessment")) customElements.define("bellwether-assessment", BellwetherAssessment);
