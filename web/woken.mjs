// What is stored may be somebody else's by the time that a page wakes which the browser had put to sleep, and
// some browsers do not tell it what it has missed: it begins anew, unless it would lose something by that.

addEventListener("pageshow", ({ persisted }) => {
  const leaving = new Event("beforeunload", { cancelable: true });
  if (persisted && dispatchEvent(leaving)) location.reload();
});
