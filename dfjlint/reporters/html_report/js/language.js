// The language of the interface and the colours. Quotations are not touched.
const root = document.documentElement;
const texts = JSON.parse(document.getElementById("texts").textContent);

function say(number) {
  return texts[root.lang][Number(number)];
}

function showLanguage(lang) {
  root.lang = lang;
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = say(element.dataset.t);
  }
  for (const element of document.querySelectorAll("[data-ta]")) {
    const names = element.dataset.ta.split(" ");
    const text = say(names.pop());
    for (const name of names) {
      element.setAttribute(name, text);
    }
  }
  const title = document.querySelector("title");
  document.title = say(title.dataset.number) + title.dataset.name;
  document.dispatchEvent(new Event("language"));
}

function isDark() {
  if (root.dataset.theme) {
    return root.dataset.theme === "dark";
  }
  return window.matchMedia("(prefers-color-scheme: dark)").matches;
}

function changeColours() {
  root.dataset.theme = isDark() ? "light" : "dark";
}
