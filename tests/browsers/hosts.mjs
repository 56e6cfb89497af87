// Where the release is served from: a host of the test's own, and nginx as docs/hosting.md sets it up.

import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join } from "node:path";
import { patiently } from "./drivers.mjs";

const TYPES = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".wasm": "application/wasm",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};
const POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'";

/** A page of somebody else, with two elements. */
const PAGE = `<!doctype html><html lang="en"><title>A host</title>
<style>html { font-size: 62.5% } * { margin: 0; color: #303 }</style>
<script type="module" src="embed.js"></script>
<h1>A host</h1>
<bellwether-assessment id="one"></bellwether-assessment>
<bellwether-assessment id="two" framework="clinical-leadership" loading="eager"></bellwether-assessment></html>`;

/** Serves a folder, with the page of somebody else as host.html. */
export function serve(folder) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.split(/[?#]/)[0]).replace(/\/$/, "/index.html");
    const type = TYPES[extname(path)] ?? "application/octet-stream";
    const isHosts = path === "/host.html";
    try {
      const bytes = isHosts ? PAGE : readFileSync(join(folder, path));
      const policy = isHosts ? {} : { "Content-Security-Policy": POLICY };
      response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-cache", ...policy });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  const started = {
    url: (path) => `http://127.0.0.1:${server.address().port}/${path}`,
    /** Cuts the network off. */
    end() {
      server.close();
      server.closeAllConnections();
    },
  };
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(started)));
}

/** nginx with docs/nginx.conf, in a subfolder of its host; nothing where there is no nginx. */
export async function nginx(release, folder) {
  const program = process.env.NGINX ?? "nginx";
  if (!program) return undefined;
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const own = readFileSync(new URL("../../docs/nginx.conf", import.meta.url), "utf8")
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("/var/www/bellwether/", `${release}/`);
  const work = join(folder, "nginx");
  mkdirSync(work);
  const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"];
  const temporary = paths.map((name) => `${name}_temp_path ${work}/${name};`).join(" ");
  writeFileSync(
    join(work, "nginx.conf"),
    `pid ${work}/pid; error_log stderr; daemon off; events {}\n` +
      `http { include /etc/nginx/mime.types; access_log off; ${temporary}\n${own}\n}`,
  );
  const process_ = spawn(program, ["-c", join(work, "nginx.conf")], { stdio: "ignore" });
  const url = (path) => `http://127.0.0.1:${port}/tools/leadership/${path}`;
  await patiently("nginx", () => fetch(url("")));
  return { url, end: () => process_.kill() };
}
