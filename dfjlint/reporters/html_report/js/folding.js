// What is folded. Without this script everything is open; on paper too.
let unfolded = [];

function foldAtFirst() {
  const settled = ".card.is-covered > details, .card.is-not-applicable > details, .units > details, .cited";
  for (const details of document.querySelectorAll(settled)) {
    details.open = false;
  }
}

function foldCards(section, open) {
  for (const card of section.querySelectorAll(".card:not([hidden]) > details")) {
    card.open = open;
  }
}

function unfoldForPaper() {
  unfolded = [...document.querySelectorAll("details:not([open])")];
  for (const details of unfolded) {
    details.open = true;
  }
}

function foldAfterPaper() {
  for (const details of unfolded) {
    details.open = false;
  }
  unfolded = [];
}
