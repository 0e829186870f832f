// What is folded at first, what a link opens, and the choice of language and colours.
function unfold(hash) {
  const target = hash && document.getElementById(decodeURIComponent(hash.slice(1)));
  const details = target && target.querySelector("details");
  if (details) {
    details.open = true;
  }
}

let folded = [];

function start() {
  root.classList.add("js");
  for (const details of document.querySelectorAll(".gaplist details")) {
    details.open = false;
  }
  const language = document.getElementById("language");
  language.value = root.lang;
  language.addEventListener("change", () => showLanguage(language.value));
  document.getElementById("theme").addEventListener("click", changeColours);
  document.getElementById("print").addEventListener("click", () => window.print());
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link) {
      unfold(link.getAttribute("href"));
    }
  });
  window.addEventListener("hashchange", () => unfold(location.hash));
  window.addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("details:not([open])")];
    folded.forEach((details) => { details.open = true; });
  });
  window.addEventListener("afterprint", () => {
    folded.forEach((details) => { details.open = false; });
    folded = [];
  });
  unfold(location.hash);
}

start();
