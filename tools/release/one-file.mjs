// The whole app as one file that opens from a disk by double click: no host, no network, nothing to
// install. A browser loads no module and fetches nothing beside a file, so all of it is inside: the
// whole program and all content, compressed, which every browser with WebAssembly of today unpacks.

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";
import { gzipSync } from "node:zlib";
import { files } from "./files.mjs";

const NAME = "bellwether.html";
/** What it may have as it lies, in bytes. */
const MOST = 1_500_000;

const packed = (bytes) => gzipSync(bytes, { level: 9 }).toString("base64");

export async function writeOneFile(folder, program, styles) {
  const read = (name) => readFileSync(join(folder, name));
  const content = files(join(folder, "frameworks")).map((name) => [
    `frameworks/${name}`,
    read(`frameworks/${name}`).toString("utf8"),
  ]);
  const glue = read(`${program}.js`).toString("utf8");
  const start = /export\s*\{(\w+) as initSync,(\w+) as default\};?\s*$/.exec(glue);
  if (!start) throw new Error(`${program}.js exports something else`);
  const parts = ["woken", "one-file"].map((name) => readFileSync(`web/${name}.mjs`, "utf8"));
  const script = parts
    .join("\n")
    .replace("const start = PROGRAM;", () => `${glue.slice(0, start.index)};const start = ${start[2]};`)
    .replace('"THE_MODULE"', () => JSON.stringify(packed(read(`${program}_bg.wasm`))))
    .replace('"THE_CONTENT"', () => JSON.stringify(packed(JSON.stringify(Object.fromEntries(content)))));
  const { code } = await minify(script, { module: true });
  const sheet = files(folder).find((name) => /^main-.*\.css$/.test(name));
  const css = [sheet, styles].map((name) => read(name).toString("utf8")).join("\n");
  const icon = `data:image/svg+xml;base64,${read("icon.svg").toString("base64")}`;
  const html = read("index.html")
    .toString("utf8")
    .replace(/\s*<link rel="(stylesheet|manifest|modulepreload|preload)"[^>]*>/g, "")
    .replace("./icon.svg", icon)
    .replace(/<script type="module" src="[^"]*"><\/script>/, "")
    .replace("</head>", () => `<style>${css}</style></head>`)
    .replace("</body>", () => `<script type="module">${code.replaceAll("</script", "<\\/script")}</script></body>`);
  if (/(src|href)="\.\//.test(html)) throw new Error(`${NAME} refers to a file beside it`);
  if (Buffer.byteLength(html) > MOST) throw new Error(`${NAME} has ${html.length} bytes, over ${MOST}`);
  writeFileSync(join(folder, NAME), html);
}
