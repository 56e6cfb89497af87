// Firefox and WebKit, each as something that goes to addresses and runs scripts.
//
// Firefox is driven by WebDriver BiDi, which it speaks itself; WebKit by its own driver.

import { spawn } from "node:child_process";

export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Tries again until something works; a browser takes a while to start. */
export async function patiently(what, attempt) {
  for (let n = 0; n < 120; n++) {
    try {
      return await attempt();
    } catch {
      await pause(250);
    }
  }
  throw new Error(`${what} does not start`);
}

/** Firefox: goes to addresses and runs scripts that may wait. */
export async function firefox(folder) {
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
export async function webkit() {
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
