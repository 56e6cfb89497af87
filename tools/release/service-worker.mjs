// The service worker with the files of this release, and a version that follows from them.

import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";
import { files } from "./files.mjs";

export async function writeServiceWorker(folder) {
  const all = files(folder);
  const hash = createHash("sha256");
  for (const file of all) hash.update(file).update(readFileSync(join(folder, file)));
  const script = readFileSync("web/sw.js", "utf8")
    .replace("THE_VERSION", hash.digest("hex").slice(0, 16))
    .replace('["THE_FILES"]', JSON.stringify(all));
  writeFileSync(join(folder, "sw.js"), (await minify(script)).code);
}
