// One full flow, run inside the page: choose, answer, result, search, a session, a note that is kept.
// What is clicked is found by its words, as a person finds it. Returns what is wrong, or nothing.

const until = async (what, test) => {
  for (let n = 0; n < 300; n++) {
    const got = test();
    if (got) return got;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}; the page says: ${document.body.innerText.slice(0, 300)}`);
};
const heading = (words) => until(`the page “${words}”`, () => document.querySelector("h1")?.textContent.includes(words));
const press = async (words) => {
  const is = (node) => node.textContent.trim().startsWith(words);
  (await until(`“${words}”`, () => [...document.querySelectorAll("a, button")].find(is))).click();
};
const type = (field, text) => {
  field.focus();
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, text);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
};

await heading("See where you stand");
await press("Clinical leadership");
await press("Start the short form");
await until("the first statements", () => document.querySelector("fieldset"));
for (let number = 0; number < 20; number++) {
  const here = document.querySelector("h1").textContent;
  const rating = `fieldset input[value="${(number % 5) + 1}"]`;
  const chosen = await until("a statement", () => document.querySelector(rating));
  chosen.click();
  await until("the answer", () => chosen.checked);
  await press("Continue");
  await until("the next page", () => document.querySelector("h1")?.textContent !== here);
}
await press("See your result");
await heading("Your result");
await until("all twenty bars", () => document.querySelectorAll(".bellwether-bars svg").length === 20);
await until("sessions that fit", () => document.body.innerText.includes("Sessions that fit"));
await press("Learning");
await press("Find a session");
await until("all sessions", () => document.querySelectorAll(".bellwether-sessions li").length === 62);
type(document.querySelector("#search"), "handov");
await press("A handover that protects");
await press("Begin");
type(await until("the note", () => document.querySelector("textarea")), "I would ask.");
await until("the stored note", () => Object.values(localStorage).some((text) => text.endsWith("=I would ask.")));
const page = document.scrollingElement;
if (page.scrollWidth > page.clientWidth) throw new Error("the page scrolls sideways");
