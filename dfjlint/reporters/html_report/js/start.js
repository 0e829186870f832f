function keepBarHeight(form) {
  const note = () => {
    const sticky = getComputedStyle(form).position === "sticky";
    root.style.setProperty("--bar", (sticky ? form.offsetHeight : 0) + "px");
  };
  new ResizeObserver(note).observe(form);
  note();
}

function start() {
  root.classList.add("js");
  readPairs();
  foldAtFirst();
  for (const form of document.querySelectorAll(".filters")) {
    const filter = new Filter(form);
    filters.set(form.closest(".document"), filter);
    filter.apply();
    keepBarHeight(form);
  }
  const language = document.getElementById("language");
  language.value = root.lang;
  language.addEventListener("change", () => showLanguage(language.value));
  document.getElementById("theme").addEventListener("click", changeColours);
  document.getElementById("print").addEventListener("click", () => window.print());
  document.getElementById("help").addEventListener("click", showKeys);
  document.getElementById("keys-close").addEventListener("click", () => document.getElementById("keys").close());
  for (const button of document.querySelectorAll(".copy")) {
    button.addEventListener("click", () => copySuggestion(button));
  }
  document.addEventListener("click", follow);
  document.addEventListener("keydown", pressed);
  window.addEventListener("hashchange", () => arrive(location.hash));
  window.addEventListener("beforeprint", unfoldForPaper);
  window.addEventListener("afterprint", foldAfterPaper);
  if (location.hash) {
    arrive(location.hash);
  }
}

start();
