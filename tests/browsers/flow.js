// One full flow, run inside the page, where `root` has the app's nodes and `body()` its text: choose, answer, result, search, a session, a note that is kept.
// What is clicked is found by its words, as a person finds it. Returns what is wrong, or nothing.

const until = async (what, test) => {
  for (let n = 0; n < 300; n++) {
    const got = test();
    if (got) return got;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}; the page says: ${body().innerText.slice(0, 300)}`);
};
const heading = (words) => until(`the page “${words}”`, () => root.querySelector("h1")?.textContent.includes(words));
const press = async (words) => {
  const is = (node) => node.textContent.trim().startsWith(words);
  (await until(`“${words}”`, () => [...root.querySelectorAll("a, button")].find(is))).click();
};
const type = (field, text) => {
  field.focus();
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, text);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

await heading("See where you stand");
await press("Clinical leadership");
await press("Start the short form");
await until("the first statements", () => root.querySelector("fieldset"));
for (let number = 0; number < 20; number++) {
  const here = root.querySelector("h1").textContent;
  const rating = `fieldset input[value="${(number % 5) + 1}"]`;
  const chosen = await until("a statement", () => root.querySelector(rating));
  chosen.click();
  await until("the answer", () => chosen.checked);
  await press("Continue");
  await until("the next page", () => root.querySelector("h1")?.textContent !== here);
}
await press("See your result");
await heading("Your result");
await until("all twenty bars", () => root.querySelectorAll(".bellwether-bars svg").length === 20);
await until("sessions that fit", () => body().innerText.includes("Sessions that fit"));
await press("Learning");
await press("Find a session");
await until("all sessions", () => root.querySelectorAll(".bellwether-sessions li").length === 62);
type(root.querySelector("#search"), "handov");
await press("A handover that protects");
await press("Begin");
type(await until("the note", () => root.querySelector("textarea")), "I would ask.");
await until("the stored note", () => Object.values(localStorage).some((text) => text.endsWith("=I would ask.")));
const page = document.scrollingElement;
if (page.scrollWidth > page.clientWidth) throw new Error("the page scrolls sideways");
