// Asking a running app for something: src/browser/outside.rs answers.

const KNOWN = ["export", "import", "reset"];

// One after the other: an answer does not say what it is to. So each has to end, with an answer or without.
let last = Promise.resolve();

/** Asks for "export", "import" of the text of a file, or "reset", which also gives such a text. Rejects when
 * it is refused, or the app goes meanwhile. */
export function ask(app, what, file) {
  const next = last.then(() => asked(app, what, file));
  last = next.catch(() => {});
  return next;
}

async function asked(app, what, file) {
  // The app would not answer.
  if (!KNOWN.includes(what)) throw new Error("only export, import and reset can be asked for");
  const { setting, told } = app;
  await app.over();
  Object.assign(setting, { ask: what, file, answer: undefined, refusal: undefined });
  await new Promise((resolve, reject) => {
    const gone = () => reject(new Error("the app has gone"));
    told["bellwether-answered"] = resolve;
    told["bellwether-gone"] = gone;
    if (app.send("bellwether-asked") === undefined) gone();
  });
  if (setting.refusal !== undefined) throw new Error(setting.refusal);
  return setting.answer;
}
