// Filters and sorts the cards of one document.
const simple = new Map();
const searched = new WeakMap();

function readPairs() {
  const pairs = JSON.parse(document.getElementById("pairs").textContent);
  for (let place = 0; place < pairs.length; place += 2) {
    simple.set(pairs[place], pairs[place + 1]);
  }
}

function folded(text) {
  const characters = [...text.normalize("NFKC").toLowerCase()];
  return characters.map((character) => simple.get(character) || character).join("");
}

function textOf(card) {
  if (!searched.has(card)) {
    const parts = [...card.querySelectorAll(".id, .cite, .code, .gist, blockquote, .element bdi, .suggestion p, .where")];
    searched.set(card, folded(parts.map((part) => part.textContent).join("\n")));
  }
  return searched.get(card);
}

function has(list, value) {
  return list.split(" ").includes(value);
}

function wantedBy(form) {
  const data = new FormData(form);
  return {
    statuses: data.getAll("status"),
    cite: data.get("cite") || "",
    unit: data.get("unit") || "",
    measure: data.get("measure") || "",
    sort: data.get("sort"),
    words: folded(data.get("text")).split(/\s+/).filter(Boolean),
  };
}

function isWanted(card, wanted) {
  const { status, cite, chapter, units, measures } = card.dataset;
  return (
    (!wanted.statuses.length || wanted.statuses.includes(status)) &&
    (!wanted.cite || wanted.cite === cite || wanted.cite === chapter) &&
    (!wanted.unit || has(units, wanted.unit)) &&
    (!wanted.measure || has(measures, wanted.measure)) &&
    wanted.words.every((word) => textOf(card).includes(word))
  );
}

class Filter {
  constructor(form) {
    this.form = form;
    this.section = form.closest(".items");
    this.list = this.section.querySelector(".cards");
    this.provisions = [...this.list.children];
    this.homes = [...this.list.querySelectorAll(".card")].map((card) => ({ card, home: card.parentElement }));
    this.cards = this.homes.map(({ card }) => card);
    this.sorted = "order";
    form.addEventListener("input", () => this.apply());
    form.addEventListener("reset", () => setTimeout(() => this.apply()));
    form.addEventListener("submit", (event) => event.preventDefault());
    for (const button of form.querySelectorAll("[data-fold]")) {
      button.addEventListener("click", () => foldCards(this.section, button.dataset.fold === "open"));
    }
    document.addEventListener("language", () => this.count());
  }

  apply() {
    const wanted = wantedBy(this.form);
    for (const card of this.cards) {
      card.hidden = !isWanted(card, wanted);
    }
    if (wanted.sort !== this.sorted) {
      this.sort(wanted.sort);
    }
    for (const provision of this.provisions) {
      provision.hidden = !provision.querySelector(".card:not([hidden])");
    }
    this.count();
  }

  sort(key) {
    this.sorted = key;
    if (key === "order") {
      this.homes.forEach(({ card, home }) => home.append(card));
      return;
    }
    const numbered = this.cards.map((card, number) => [Number(card.dataset[key]), number, card]);
    numbered.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
    this.list.append(...numbered.map((entry) => entry[2]));
  }

  count() {
    const shown = this.cards.filter((card) => !card.hidden).length;
    const output = this.form.querySelector("output");
    const text = say(output.dataset.shown);
    this.form.classList.toggle("is-narrowed", shown < this.cards.length);
    output.textContent = text.replace("{shown}", shown).replace("{total}", this.cards.length);
  }

  set(values) {
    this.form.reset();
    for (const box of this.form.querySelectorAll("[name=status]")) {
      box.checked = box.value === values.status;
    }
    for (const name of ["cite", "measure", "text"]) {
      this.form.elements[name].value = values[name] || "";
    }
    this.apply();
  }

  clear() {
    this.set({});
  }
}
