// Starts the app where all of it is in one file (tools/release/one-file.mjs puts the parts in).

const start = PROGRAM;

/** The bytes of something that was packed. */
async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

const [module, content] = await Promise.all([unpacked("THE_MODULE"), unpacked("THE_CONTENT")]);
const host = document.getElementById("bellwether");
// As web/start.mjs does for the page.
const tell = (what) => what === "bellwether-stored" && navigator.storage?.persist?.().catch(() => {});
// The app looks for content here before it fetches any.
host.bellwether = { texts: JSON.parse(new TextDecoder().decode(content)), tell };
document.addEventListener("bellwether-whole", ({ draw }) => draw(host), { once: true });
await start({ module_or_path: await WebAssembly.compile(module) });
