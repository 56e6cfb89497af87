// After trunk has built: puts the content beside the page, and the script in place that starts the two
// programs. Run by trunk. In a release it also writes what keeps the app offline, the one file, and
// compressed copies.
//
// In a release it gives short names to what a module and its glue call each other, and takes
// names and white space out of the scripts; trunk's own minifier does not read that much JavaScript.
// wasm-bindgen's names end in a hash, which no compression helps: without them the first view has
// 4 kB less.

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify } from "terser";
import { compress } from "./release/compress.mjs";
import { forElement } from "./release/element-styles.mjs";
import { writeEmbedPage } from "./release/embed-page.mjs";
import { writeOneFile } from "./release/one-file.mjs";
import { writeServiceWorker } from "./release/service-worker.mjs";

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

/** Puts the content and its lists beside the page. The program that does is for this machine, so it is
 * built without what ./dev sets for the page. */
function putContent() {
  const { RUSTC_BOOTSTRAP, CARGO_UNSTABLE_BUILD_STD, CARGO_UNSTABLE_BUILD_STD_FEATURES, ...env } = process.env;
  const run = ["run", "--quiet", "--package", "bellwether-tools", "--", "content"];
  execFileSync("cargo", run, { env, stdio: "inherit" });
}

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

/** Makes a program small. */
async function shrink(name) {
  const path = join(staging, `${name}.js`);
  const glue = shortenNames(join(staging, `${name}_bg.wasm`), readFileSync(path, "utf8"));
  const { code } = await minify(glue, { module: true });
  writeFileSync(path, code);
}

/** Gives a program that trunk has not named after its content such a name. */
function nameAfterContent(name) {
  const hash = createHash("sha256");
  const ends = [".js", "_bg.wasm"];
  ends.forEach((end) => hash.update(readFileSync(join(staging, name + end))));
  const named = `${name}-${hash.digest("hex").slice(0, 16)}`;
  ends.forEach((end) => renameSync(join(staging, name + end), join(staging, named + end)));
  return named;
}

/** What a text is called that is named after its content. */
function named(name, text, ending) {
  return `${name}-${createHash("sha256").update(text).digest("hex").slice(0, 16)}.${ending}`;
}

/** Writes a style sheet under a name that follows from what is in it. */
function writeStyles(name, css) {
  const file = named(name, css, "css");
  writeFileSync(join(staging, file), css);
  return file;
}

/** A script with texts put in where it says {{so}}, made small. */
async function script(name, texts) {
  let code = readFileSync(`web/${name}.mjs`, "utf8");
  for (const [place, text] of Object.entries(texts)) code = code.replace(`{{${place}}}`, text);
  return release ? (await minify(code, { module: true })).code : code;
}

/** Writes a script, and returns what it is called. */
async function writeScript(name, texts = {}) {
  const code = await script(name, texts);
  const file = named(name, code, "js");
  writeFileSync(join(staging, file), code);
  return file;
}

/** Has the page load our script instead of trunk's, and what that needs at the same time. */
function putIntoPage(script, needs) {
  const page = join(staging, "index.html");
  const trunks = /<script type="module">\s*import init.*?<\/script>/s;
  const html = readFileSync(page, "utf8");
  if (!trunks.test(html)) throw new Error("index.html does not have trunk's script");
  const ahead = needs.map((name) => `<link rel="modulepreload" href="./${name}">`).join("");
  const own = `<script type="module" src="./${script}"></script>`;
  writeFileSync(page, html.replace(trunks, own).replace("</head>", `${ahead}</head>`));
}

putContent();
const staging = process.env.TRUNK_STAGING_DIR;
const release = process.env.TRUNK_PROFILE === "release";
const WHOLE = "bellwether-whole";
const first = readdirSync(staging)
  .find((name) => /^bellwether-[0-9a-f]+\.js$/.test(name))
  .slice(0, -".js".length);
if (release) {
  await shrink(first);
  await shrink(WHOLE);
}
const whole = nameAfterContent(WHOLE);
const read = (name) => readFileSync(`target/styles/${name}.css`, "utf8");
const sheets = {
  WHOLE_STYLES: writeStyles("whole", read("whole")),
  ELEMENT_STYLES: writeStyles("element", await forElement(read("main"), { first: true })),
  ELEMENT_WHOLE_STYLES: writeStyles("element-whole", await forElement(read("whole"), {})),
};

const PROGRAMS_SCRIPT = await writeScript("programs", { FIRST_PROGRAM: first, WHOLE_PROGRAM: whole });
const ASKING_SCRIPT = await writeScript("asking", { PROGRAMS_SCRIPT });
const BANNER_SCRIPT = await writeScript("banner");
const WOKEN_SCRIPT = await writeScript("woken");
const START_SCRIPT = await writeScript("start", {
  PROGRAMS_SCRIPT,
  FRAMED_SCRIPT: await writeScript("framed", { ASKING_SCRIPT }),
  OFFLINE_SCRIPT: release ? await writeScript("offline", { BANNER_SCRIPT, WOKEN_SCRIPT }) : "",
  ...sheets,
});
const ELEMENT_SCRIPT = await writeScript("element", {
  ASKING_SCRIPT,
  PROGRAMS_SCRIPT,
  CONTENT_SCRIPT: await writeScript("content"),
  SHARING_SCRIPT: await writeScript("sharing"),
  ELEMENT_FRAME_SCRIPT: await writeScript("element-frame"),
  ...sheets,
});
putIntoPage(START_SCRIPT, [PROGRAMS_SCRIPT]);
// Pages of others name it, so what it is called stays.
writeFileSync(join(staging, "embed.js"), await script("embed", { ELEMENT_SCRIPT }));
await writeEmbedPage(staging, await writeScript("embed-page"), writeStyles("embed", read("embed")));

if (release) {
  await writeServiceWorker(staging);
  await writeOneFile(staging, whole, sheets.WHOLE_STYLES);
  compress(staging);
}
