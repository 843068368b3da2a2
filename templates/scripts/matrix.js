// vitsurvey: the lines and columns of a matrix fold into their families. The address says which are folded.
"use strict";
(() => {
  const { make, address } = window.vitsurvey;

  /** Let one axis of a matrix fold: `headings` are the cells that head it, `key` holds the folded families in the address. */
  function axis(headings, key, owner, hide) {
    const families = headings.filter((heading) => owner(heading).dataset.fold);
    if (!families.length) return null;
    const known = families.map((heading) => owner(heading).dataset.fold);
    let folded = new Set();
    const buttons = families.map((heading, at) => {
      const button = make("button", { type: "button", class: "vs-fold", onclick: () => fold(folded.has(known[at]) ? [...folded].filter((id) => id !== known[at]) : [...folded, known[at]]) });
      heading.prepend(button);
      return button;
    });

    function show(ids) {
      folded = new Set(known.filter((id) => ids.includes(id)));
      headings.forEach((heading, at) => hide(at, (owner(heading).dataset.in ?? "").split(" ").some((id) => folded.has(id))));
      buttons.forEach((button, at) => {
        const isFolded = folded.has(known[at]);
        button.textContent = isFolded ? "▸" : "▾";
        button.setAttribute("aria-expanded", String(!isFolded));
        button.setAttribute("aria-label", `what belongs to ${families[at].querySelector("a").textContent}`);
      });
    }

    function fold(ids) {
      show(ids);
      const query = new URLSearchParams(location.search);
      if (folded.size) query.set(key, [...folded].join(","));
      else query.delete(key);
      history.replaceState(null, "", address(query));
    }

    const read = () => show((new URLSearchParams(location.search).get(key) ?? "").split(","));
    read();
    return { fold, read, known };
  }

  for (const table of document.querySelectorAll("table[data-matrix]")) {
    const [head, lines] = [[...table.tHead.rows[0].cells], [...table.tBodies[0].rows]];
    const axes = [
      axis(lines.map((line) => line.cells[0]), "folded", (heading) => heading.parentElement, (at, on) => { lines[at].hidden = on; }),
      axis(head.slice(1), "folded-columns", (heading) => heading, (at, on) => {
        for (const row of [table.tHead.rows[0], ...lines]) row.cells[at + 1].hidden = on;
      }),
    ].filter(Boolean);
    if (!axes.length) continue;
    const all = (text, pick) => make("button", { type: "button", onclick: () => { for (const one of axes) one.fold(pick(one)); } }, text);
    table.closest(".vs-scroll").before(make("div", { class: "vs-panel" }, make("div", { class: "vs-bar" },
      all("Fold families", (one) => one.known), all("Unfold all", () => []))));
    addEventListener("popstate", () => { for (const one of axes) one.read(); });
  }
})();
