// The least that stores every answer and shows how many there are.
const form = document.querySelector("form");
const count = document.querySelector(".bellwether-progress__count");
const answered = new Set();
let element = 1;

form.addEventListener("change", ({ target }) => {
  const key = `hand-written/${element}/${target.name}`;
  localStorage.setItem(key, target.value);
  answered.add(key);
  count.textContent = `${answered.size} answered`;
});

// The next element asks the same.
document.querySelector("button").addEventListener("click", () => {
  element += 1;
  form.reset();
});
