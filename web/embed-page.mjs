// What happens on embed.html.

const at = (id) => document.getElementById(id);
const shown = at("shown");
const address = new URL("./embed.js", location.href).href;

function tellSnippet() {
  const [name, value] = at("what").value.split("=");
  const attribute = value ? `${name}="${value}"` : name;
  at("snippet").textContent =
    `<script type="module" src="${address}"></script>\n<bellwether-assessment ${attribute}></bellwether-assessment>`;
}
tellSnippet();
const page = new URL("./index.html#/framework/clinical-leadership", location.href).href;
at("frame-snippet").textContent =
  `<iframe src="${page}"\n  title="Leadership self-assessment" width="100%" height="800"></iframe>`;

at("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(at("snippet").textContent);
    at("copied").textContent = "Copied.";
  } catch {
    at("copied").textContent = "Your browser does not let the page copy: mark the lines and copy them.";
  }
});

at("what").addEventListener("change", ({ target }) => {
  for (const name of ["framework", "pathway", "session", "catalogue"]) shown.removeAttribute(name);
  const [name, value = ""] = target.value.split("=");
  shown.setAttribute(name, value);
  tellSnippet();
});

const COLOURS = ["--bellwether-brand", "--bellwether-button", "--bellwether-page"];
at("theme").addEventListener("change", ({ target }) => {
  const [brand, dark, page] = target.value.split(" ");
  const values = brand ? [brand, dark, page] : [];
  COLOURS.forEach((name, at) => {
    if (values[at]) shown.style.setProperty(name, values[at]);
    else shown.style.removeProperty(name);
  });
});

const lines = [];
function tell(line) {
  lines.push(line);
  at("events").textContent = lines.slice(-8).join("\n");
}
for (const type of ["bellwether-progress", "bellwether-complete", "bellwether-error"]) {
  document.addEventListener(type, ({ detail }) => tell(`${type} ${JSON.stringify(detail)}`));
}
at("export").addEventListener("click", async () => {
  const text = await shown.export();
  tell(`export() gave the record as a text of ${text.length} characters`);
});
const undo = at("undo");
at("reset").addEventListener("click", async () => {
  if (!confirm("Delete the whole record that this browser has?")) return;
  const deleted = await shown.reset();
  tell("reset() deleted the record, and gave it");
  undo.onclick = async () => {
    await shown.import(deleted);
    tell("import() has taken it in again");
    undo.hidden = true;
  };
  undo.hidden = false;
});

const response = await fetch("./custom-elements.json");
const { modules } = await response.json();
for (const { name, description } of modules[0].declarations[0].attributes) {
  const row = at("attributes").insertRow();
  row.className = "nhsuk-table__row";
  const code = document.createElement("code");
  code.textContent = name;
  row.insertCell().append(code);
  row.insertCell().textContent = description;
}
