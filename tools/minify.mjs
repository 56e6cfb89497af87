// After trunk has built a release: gives short names to what the module and its glue call each other,
// and takes names and white space out of the glue. Trunk's own minifier does not read that much
// JavaScript. Run by trunk.
//
// wasm-bindgen's names end in a hash, which no compression helps: without them the first view has
// 4 kB less.

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";

const WASM_OPT = "node_modules/.bin/wasm-opt";
// As in index.html, which says why not all.
const FEATURES = [
  "bulk-memory",
  "bulk-memory-opt",
  "call-indirect-overlong",
  "multivalue",
  "mutable-globals",
  "nontrapping-float-to-int",
  "reference-types",
  "sign-ext",
].map((feature) => `--enable-${feature}`);

// What wasm-opt calls the only module that it imports from.
const SHORT_MODULE = "a";

/** Renames in the module, and returns the glue with the same names. */
function shortenNames(module, glue) {
  const pass = "--minify-imports-and-exports-and-modules";
  // Which features it uses and what wrote it is of no use to a browser.
  const strip = ["--strip-producers", "--strip-target-features"];
  const told = execFileSync(WASM_OPT, [module, ...FEATURES, ...strip, pass, "-o", module]);
  const { imports, exports } = JSON.parse(told);
  const modules = new Set(imports.map(([from]) => from));
  if (modules.size !== 1) throw new Error(`imports from ${modules.size} modules, not from one`);
  const [from] = modules;
  const importsTo = new Map(imports.map(([, name, to]) => [name, to]));
  const exportsTo = new Map(exports);
  return glue
    .replaceAll(JSON.stringify(from), JSON.stringify(SHORT_MODULE))
    .replace(/^(\s*)(\w+)(?=: function)/gm, (all, space, name) => space + (importsTo.get(name) ?? name))
    .replace(/\bwasm\.(\w+)/g, (all, name) => `wasm.${exportsTo.get(name) ?? name}`);
}

const staging = process.env.TRUNK_STAGING_DIR;
if (process.env.TRUNK_PROFILE === "release") {
  const names = readdirSync(staging);
  for (const name of names.filter((name) => name.endsWith(".js"))) {
    const path = join(staging, name);
    const module = join(staging, name.replace(/\.js$/, "_bg.wasm"));
    const glue = shortenNames(module, readFileSync(path, "utf8"));
    const { code } = await minify(glue, { module: true });
    writeFileSync(path, code);
  }
}
