// Takes names and white space out of the glue that wasm-bindgen writes, after trunk has built a
// release: trunk's own minifier does not read that much JavaScript. Run by trunk.

import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";

const staging = process.env.TRUNK_STAGING_DIR;
if (process.env.TRUNK_PROFILE === "release") {
  for (const name of readdirSync(staging).filter((name) => name.endsWith(".js"))) {
    const path = join(staging, name);
    const { code } = await minify(readFileSync(path, "utf8"), { module: true });
    writeFileSync(path, code);
  }
}
