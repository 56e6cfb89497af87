// Makes the style sheets, one of the first view, one of all other pages and one of the page that shows
// how to embed, before trunk builds: Sass from styles/, then without the rules of nhsuk-frontend for
// classes that no page uses, which are most of it. Run by trunk.

import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PurgeCSS } from "purgecss";
import * as sass from "sass";

const folder = "target/styles";

/** All Rust files below a folder: what is a class there is a text in quotes. */
const sources = (below) =>
  readdirSync(below, { recursive: true })
    .filter((name) => name.endsWith(".rs"))
    .map((name) => readFileSync(join(below, name), "utf8"));

const pages = ["index.html", "web/embed.html", "web/banner.mjs"].map((name) => readFileSync(name, "utf8"));
const raw = [...sources("src"), ...pages].join("\n");

/** What only browsers that have no WebAssembly would read. */
const OLD = /,\s*\(-ms-high-contrast: active\)|[^{}]*::-moz-focus-inner\{[^}]*\}/g;
/** Room between a form's parts that no page puts next to each other. */
const BESIDE = /[^{}]*:has\([^{}]*\{[^}]*\}/g;

/** Makes one sheet. */
async function make(name) {
  const options = { style: "compressed", logger: sass.Logger.silent };
  const { css } = sass.compile(`styles/${name}.scss`, options);
  const [{ css: purged }] = await new PurgeCSS().purge({
    css: [{ raw: css }],
    content: [{ raw, extension: "html" }],
  });
  const text = purged.replace("\ufeff", "").replaceAll(OLD, "").replaceAll(BESIDE, "");
  writeFileSync(join(folder, `${name}.css`), text);
}

mkdirSync(folder, { recursive: true });
await make("main");
await make("whole");
await make("embed");
