// From an obligation to the words of the plan and back.
const filters = new Map();
const ends = new Map();
let current = null;

function makeCurrent(card) {
  if (current) {
    current.classList.remove("current");
  }
  current = card;
  card.classList.add("current");
}

function showCard(card) {
  if (card.hidden) {
    filters.get(card.closest(".document")).clear();
  }
  card.querySelector("details").open = true;
  makeCurrent(card);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "start" });
}

function clearMarks() {
  for (const element of document.querySelectorAll(".here")) {
    element.classList.remove("here");
  }
}

// On a wide screen the text of the plan scrolls on its own, and the obligation beside it stays where it is.
function bring(element) {
  const pane = element.closest(".plan");
  if (getComputedStyle(pane).overflowY !== "auto") {
    element.scrollIntoView({ block: "center" });
    return;
  }
  const above = element.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  pane.scrollTop += above - pane.clientHeight / 3;
  pane.scrollIntoView({ block: "nearest" });
}

function showWords(mark, hash) {
  const start = Number(mark.id.replace(/^.*t/, ""));
  const end = ends.get(hash) || start + 1;
  for (const other of mark.closest(".group").querySelectorAll("mark[id]")) {
    const place = Number(other.id.replace(/^.*t/, ""));
    if (place >= start && place < end) {
      other.classList.add("here");
    }
  }
  mark.classList.add("here");
  mark.querySelector("a").focus({ preventScroll: true });
  bring(mark);
}

function placeOf(hash) {
  return document.getElementById(decodeURIComponent(hash.slice(1)));
}

function arrive(hash) {
  const target = placeOf(hash);
  if (!target) {
    return;
  }
  clearMarks();
  if (target.matches(".card")) {
    showCard(target);
  } else if (target.matches(".plan mark")) {
    showWords(target, hash);
  } else if (target.matches(".group")) {
    target.classList.add("here");
    target.focus({ preventScroll: true });
    bring(target);
  }
}

// A passage that answers several obligations leads back to the one that its reader came from.
function leadBack(link) {
  const prefix = link.closest(".document").dataset.prefix;
  if (current && has(link.dataset.to, current.id.slice(prefix.length))) {
    link.setAttribute("href", "#" + current.id);
  }
}

function follow(event) {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) {
    return;
  }
  if (link.dataset.to) {
    leadBack(link);
  }
  const card = link.closest(".card");
  if (card) {
    makeCurrent(card);
  }
  const hash = link.getAttribute("href");
  if (link.dataset.end) {
    ends.set(hash, Number(link.dataset.end));
  }
  const { show, cite, measure, find } = link.dataset;
  if (show || cite || find) {
    filters.get(link.closest(".document")).set({ status: show, cite, measure, text: find });
  }
  const target = placeOf(hash);
  if (target && target.matches(".card, .plan mark, .group")) {
    event.preventDefault();
    if (location.hash !== hash) {
      history.pushState(null, "", hash);
    }
    arrive(hash);
  }
}

function copySuggestion(button) {
  const text = button.closest(".suggestion").querySelector("p").textContent;
  const done = () => {
    button.firstElementChild.textContent = say(button.dataset.done);
  };
  if (navigator.clipboard) {
    navigator.clipboard.writeText(text).then(done, () => undefined);
  }
}
