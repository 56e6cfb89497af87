// Runs one full flow of the release (flow.js) in Firefox and in WebKit: from a host under the strictest
// policy, from nginx in a subfolder, within a page of somebody else that has two elements, with the
// network cut, and as one file from a disk. Each time the page is then loaded anew and has what was
// written; where it is a page of its own, the record is then locked and opened again (locks.js).
//
// Their drivers save no files and print no paper: that is tested in Chromium only.

import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { firefox, patiently, pause, webkit } from "./drivers.mjs";
import { nginx, serve } from "./hosts.mjs";

const [dist, ...wanted] = process.argv.slice(2);
const read = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const flow = read("flow.js");
const locks = read("locks.js");
// What comes before the first step, for both.
const helpers = flow.slice(0, flow.indexOf("await heading"));

const PAGE = "const root = document, body = () => document.body;";
const ELEMENT = `const root = document.querySelector("#one").shadowRoot, body = () => root.querySelector(".bellwether-app") ?? root.host;`;
const NOTE = "root.querySelector('textarea')?.value ?? body().innerText";
const WRITTEN = "I would ask.";

/** Takes the flow, loads the page anew and looks whether what was written is there. */
async function test(browser, url, within, beforeAgain = () => {}) {
  await browser.go(url);
  await browser.run(`(async () => { ${within} ${flow} })()`);
  await beforeAgain();
  await browser.reload();
  const look = async () => {
    const note = await browser.run(`(() => { ${within} return ${NOTE}; })()`);
    if (note !== WRITTEN) throw new Error(`after a reload the page says: ${note.slice(0, 200)}`);
  };
  await patiently("what was written", look);
  await browser.run(`(async () => { ${within} ${helpers} ${locks} })()`);
}

/** The ways in which the release is shown, by name. What cannot be tried here says why. */
const ways = {
  async "from a host"(browser) {
    const host = await serve(dist);
    await test(browser, host.url(""), PAGE).finally(host.end);
  },
  async "from nginx in a subfolder"(browser, folder) {
    const host = await nginx(dist, folder);
    if (!host) return "there is no nginx here";
    await test(browser, host.url(""), PAGE).finally(host.end);
  },
  async "within a page with two elements"(browser) {
    const host = await serve(dist);
    // The element shows the page that it begins with: what was written is one press away.
    await browser.go(host.url("host.html"));
    const written = `(async () => { ${ELEMENT} ${flow} return root.host.route; })()`;
    await patiently("the element", () => browser.run("customElements.get('bellwether-assessment').name"));
    const at = await browser.run(written);
    const both = "document.querySelector('#two').shadowRoot.querySelector('h1')?.textContent";
    const other = await browser.run(both);
    if (!other?.includes("Clinical leadership")) throw new Error(`the other element says: ${other}`);
    await browser.reload();
    await patiently("the element", () => browser.run(`document.querySelector('#one').route = ${JSON.stringify(at)}`));
    await patiently("what was written", async () => {
      const note = await browser.run(`(() => { ${ELEMENT} return ${NOTE}; })()`);
      if (note !== WRITTEN) throw new Error(`after a reload it says: ${note.slice(0, 200)}`);
    }).finally(host.end);
  },
  async "with the network cut"(browser) {
    const host = await serve(dist);
    const address = host.url("");
    await browser.go(address);
    await browser.run("navigator.serviceWorker.ready.then(({ active }) => active.state)");
    host.end();
    await browser.reload();
    await test(browser, address, PAGE);
  },
  async "as one file"(browser, folder) {
    const file = join(folder, "bellwether.html");
    copyFileSync(join(dist, "bellwether.html"), file);
    await test(browser, `file://${file}`, PAGE);
  },
};

const browsers = { firefox, webkit };
let failed = 0;
for (const name of wanted) {
  for (const [how, way] of Object.entries(ways)) {
    const title = `${name} ${how}`;
    // A new profile each time: nothing is there from the way before.
    const folder = mkdtempSync(join(tmpdir(), "bellwether-"));
    const browser = await browsers[name](folder);
    try {
      const why = await way(browser, folder);
      console.log(`test ${title} ... ${why ? `NOT RUN: ${why}` : "ok"}`);
    } catch (error) {
      failed += 1;
      console.log(`test ${title} ... FAILED\n  ${error.message}`);
    }
    await browser.end();
    await pause(200);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
process.exit(failed ? 1 : 0);
