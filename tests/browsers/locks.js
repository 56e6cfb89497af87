// After the flow of flow.js, whose helpers it uses: the record becomes that of a locked profile, is locked, and
// opens with its passphrase alone.

const fill = async (id, text) => type(await until(`the field ${id}`, () => root.querySelector(`#${id}`)), text);
const says = (words) => until(`the words “${words}”`, () => body().innerText.includes(words));
const PASSPHRASE = "heron kettle bicycle";

location.hash = "#/profiles";
await heading("Profiles");
await fill("profile-name", "Ann");
await fill("new-passphrase", PASSPHRASE);
await fill("new-passphrase-again", PASSPHRASE);
await press("Make the profile");
await says("Your profile is made");
const stored = Object.entries(localStorage).flat().join("\n");
for (const words of ["I would ask.", "clinical-leadership", "bellwether/1/"]) {
  if (stored.includes(words)) throw new Error(`“${words}” can be read in what is stored`);
}
await press("Lock now");
await heading("Who is using this page?");
await press("Open");
await fill("passphrase", "something else");
await press("Open");
await says("That is not the passphrase.");
await fill("passphrase", PASSPHRASE);
await press("Open");
await says("Your earlier results");
if (location.hash !== "#/") throw new Error(`the address says ${location.hash}`);
