// Asking a running app for something: src/browser/outside.rs answers.

// One after the other: an answer does not say what it is to.
let last = Promise.resolve();

/** Asks for "export", "import" of the text of a file, or "reset", which also gives such a text. Rejects when
 * it is refused. */
export function ask(app, what, file) {
  const next = last.then(() => asked(app, what, file));
  last = next.catch(() => {});
  return next;
}

async function asked(app, what, file) {
  const { setting, told } = app;
  await app.over();
  Object.assign(setting, { ask: what, file, answer: undefined, refusal: undefined });
  await new Promise((resolve) => {
    told["bellwether-answered"] = resolve;
    app.send("bellwether-asked");
  });
  if (setting.refusal !== undefined) throw new Error(setting.refusal);
  return setting.answer;
}
