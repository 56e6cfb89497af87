// What is said above the app, not by it: about the page itself.

/** Says something above the app, with a button; it stands until it is answered. */
export function offer(words, says, act) {
  const banner = document.createElement("section");
  banner.className = "bellwether-offer";
  banner.setAttribute("role", "status");
  const text = document.createElement("p");
  text.textContent = words;
  const button = (label, then) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "bellwether-link";
    made.textContent = label;
    made.addEventListener("click", () => {
      banner.remove();
      then?.();
    });
    return made;
  };
  banner.append(text);
  if (says) banner.append(button(says, act));
  banner.append(button(says ? "Later" : "Close this message"));
  document.body.prepend(banner);
}
