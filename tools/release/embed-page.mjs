// The page that shows what can be embedded, and what tools read about the element.

import { copyFileSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Their names stay: pages and tools of others refer to them. */
const AS_THEY_ARE = ["embed.d.ts", "custom-elements.json"];

export async function writeEmbedPage(folder, script, styles) {
  const sheet = readdirSync(folder).find((name) => /^main-.*\.css$/.test(name));
  const html = readFileSync("web/embed.html", "utf8")
    .replace("MAIN_STYLES", sheet)
    .replace("PAGE_STYLES", styles)
    .replace("PAGE_SCRIPT", script);
  writeFileSync(join(folder, "embed.html"), html);
  AS_THEY_ARE.forEach((name) => copyFileSync(`web/${name}`, join(folder, name)));
}
