// Runs one full flow of the release (flow.js) in Firefox and in WebKit: from a host under the strictest
// policy, and as one file from a disk; each time the page is then loaded anew and has what was written.
//
// Firefox is driven by WebDriver BiDi, which it speaks itself; WebKit by its own driver. Neither driver
// is asked for what it cannot do: files saved and paper are tested in Chromium only.

import { spawn } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";

const [dist, ...wanted] = process.argv.slice(2);
const flow = readFileSync(new URL("flow.js", import.meta.url), "utf8");
const NOTE = "document.querySelector('textarea')?.value ?? document.body.innerText";
const TYPES = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".json": "application/json", ".svg": "image/svg+xml" };
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'";

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Tries again until something works; a browser takes a while to start. */
async function patiently(what, attempt) {
  for (let n = 0; n < 120; n++) {
    try {
      return await attempt();
    } catch {
      await pause(250);
    }
  }
  throw new Error(`${what} does not start`);
}

function serve() {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.split(/[?#]/)[0]).replace(/\/$/, "/index.html");
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    try {
      const bytes = readFileSync(join(dist, path));
      response.writeHead(200, { "Content-Type": type, "Content-Security-Policy": POLICY, "Cache-Control": "no-cache" });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** Firefox: goes to addresses and runs scripts that may wait. */
async function firefox(folder) {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const options = ["--headless", "--no-remote", "--profile", folder, "--remote-debugging-port", String(port)];
  const process_ = spawn(process.env.FIREFOX ?? "firefox-esr", options, { stdio: "ignore" });
  const socket = await patiently("Firefox", () => new Promise((resolve, reject) => {
    const made = new WebSocket(`ws://127.0.0.1:${port}/session`);
    made.onopen = () => resolve(made);
    made.onerror = reject;
  }));
  const waiting = new Map();
  let number = 0;
  socket.onmessage = ({ data }) => {
    const { id, result, error, message } = JSON.parse(data);
    waiting.get(id)?.(error ? Promise.reject(new Error(message)) : result);
  };
  const send = (method, params) => new Promise((resolve) => {
    waiting.set(++number, resolve);
    socket.send(JSON.stringify({ id: number, method, params }));
  });
  await send("session.new", { capabilities: {} });
  const { contexts: [{ context }] } = await send("browsingContext.getTree", {});
  return {
    go: (url) => send("browsingContext.navigate", { context, url, wait: "complete" }),
    reload: () => send("browsingContext.reload", { context, wait: "complete" }),
    async run(expression) {
      const { result, exceptionDetails } = await send("script.evaluate", { expression, target: { context }, awaitPromise: true });
      if (exceptionDetails) throw new Error(exceptionDetails.text);
      return result.value;
    },
    end: () => process_.kill(),
  };
}

/** WebKit, on a screen that nobody sees. */
async function webkit() {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const driver = process.env.WEBKITDRIVER ?? "WebKitWebDriver";
  const process_ = spawn("xvfb-run", ["-a", driver, `--port=${port}`], { stdio: "ignore", detached: true });
  const call = async (method, path, body) => {
    const options = { method, body: body && JSON.stringify(body), headers: { "Content-Type": "application/json" } };
    const { value } = await (await fetch(`http://127.0.0.1:${port}${path}`, options)).json();
    if (value?.error) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  await patiently("WebKit", () => call("GET", "/status"));
  const binary = process.env.WEBKIT;
  const alwaysMatch = { browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] } };
  const { sessionId } = await call("POST", "/session", { capabilities: { alwaysMatch } });
  const session = `/session/${sessionId}`;
  await call("POST", `${session}/timeouts`, { script: 60_000 });
  return {
    go: (url) => call("POST", `${session}/url`, { url }),
    reload: () => call("POST", `${session}/refresh`, {}),
    async run(expression) {
      const script = `const done = arguments[0]; Promise.resolve(${expression}).then(done, ({ message }) => done({ message }))`;
      const value = await call("POST", `${session}/execute/async`, { script, args: [] });
      if (value?.message) throw new Error(value.message);
      return value;
    },
    async end() {
      await call("DELETE", session);
      process.kill(-process_.pid);
    },
  };
}

const browsers = { firefox, webkit };
const server = await serve();
let failed = 0;
for (const name of wanted) {
  const folder = mkdtempSync(join(tmpdir(), "bellwether-"));
  const file = join(folder, "bellwether.html");
  copyFileSync(join(dist, "bellwether.html"), file);
  const browser = await browsers[name](folder);
  for (const [how, url] of [["from a host", `http://127.0.0.1:${server.address().port}/`], ["as one file", `file://${file}`]]) {
    try {
      await browser.go(url);
      await browser.run(`(async () => { ${flow} })()`);
      await browser.reload();
      let note = "";
      for (let n = 0; n < 60 && note !== "I would ask."; n++) {
        await pause(100);
        note = await browser.run(NOTE);
      }
      if (note !== "I would ask.") throw new Error(`after a reload the page says: ${note.slice(0, 200)}`);
      console.log(`test ${name} ${how} ... ok`);
    } catch (error) {
      failed += 1;
      console.log(`test ${name} ${how} ... FAILED\n  ${error.message}`);
    }
  }
  await browser.end();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
server.close();
process.exit(failed ? 1 : 0);
