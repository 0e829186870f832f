// One key, one step; off while a field is being filled in.
function visibleCards() {
  return [...document.querySelectorAll(".card:not([hidden])")];
}

function firstInView(cards) {
  const top = document.querySelector(".filters") ? document.querySelector(".filters").offsetHeight : 0;
  return cards.find((card) => card.getBoundingClientRect().bottom > top + 20);
}

function step(by) {
  const cards = visibleCards();
  const place = cards.indexOf(current);
  const next = place < 0 ? firstInView(cards) || cards[0] : cards[place + by];
  if (next) {
    history.replaceState(null, "", "#" + encodeURIComponent(next.id));
    makeCurrent(next);
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: "start" });
  }
}

const actions = {
  j: () => step(1),
  k: () => step(-1),
  o: () => {
    if (current) {
      const details = current.querySelector("details");
      details.open = !details.open;
    }
  },
  p: () => {
    const link = current && current.querySelector("a.to[data-end]");
    if (link) {
      current.querySelector("details").open = true;
      link.click();
    }
  },
  b: () => {
    if (current) {
      arrive("#" + current.id);
    }
  },
  "/": () => {
    const section = current ? current.closest(".document") : document;
    const field = section.querySelector(".filters [type=search]");
    if (field) {
      field.focus();
      field.select();
    }
  },
  "?": () => showKeys(),
};

function showKeys() {
  const dialog = document.getElementById("keys");
  if (!dialog.open) {
    dialog.showModal();
  }
}

function pressed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
    return;
  }
  if (event.target.closest("input, select, textarea")) {
    if (event.key === "Escape") {
      event.target.blur();
    }
    return;
  }
  const on = document.getElementById("keys-on").checked || event.key === "?";
  const known = Object.prototype.hasOwnProperty.call(actions, event.key);
  if (on && known && !document.getElementById("keys").open) {
    event.preventDefault();
    actions[event.key]();
  }
}
