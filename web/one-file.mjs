// Starts the app where all of it is in one file (tools/release/one-file.mjs puts the parts in).

const start = PROGRAM;

/** The bytes of something that was packed. */
async function unpacked(text) {
  const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).arrayBuffer();
}

const [module, content] = await Promise.all([unpacked("THE_MODULE"), unpacked("THE_CONTENT")]);
// The app looks for content at its host before it fetches any.
const host = document.getElementById("bellwether");
Object.assign(host, JSON.parse(new TextDecoder().decode(content)));
await start({ module_or_path: await WebAssembly.compile(module) });
