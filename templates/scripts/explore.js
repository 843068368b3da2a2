// vitsurvey: groups of tables that can be searched, narrowed, sorted, chosen from and taken along.
// The server-rendered tables are the data; the state of every group on the page is in the address.
"use strict";
(() => {
  const { make, address, sheet, panel, state: { read, write, fits } } = window.vitsurvey;
  const groups = [];
  /** Fewer rows need no controls. */
  const ENOUGH = 3;

  /** What all groups show as the query of an address, defaults left out. */
  const query = () => new URLSearchParams(groups.flatMap((group) => write(group.state, group.known)));

  /** How often each choice stands among rows. */
  function tally(rows) {
    const counts = new Map();
    for (const row of rows) for (const number of row.numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
    return counts;
  }

  /** Make a group of the tables below an element. */
  function group(element) {
    const { explore: name, noun, prefix = "", asOf } = element.dataset;
    const facets = JSON.parse(element.querySelector("script[data-choices]").textContent).map(([id, title, choices]) => ({
      id, title, choices: choices.map(([number, choice, text, depth]) => ({ number, id: choice, title: text, depth })),
    }));
    const self = { name, noun, asOf, facets };
    self.sheets = [...element.querySelectorAll("table[data-rows]")].map((table, at) => sheet(table, `${prefix}${name}-${at}`, (row) => self.change((state) => { if (!state.rows.delete(row.id)) state.rows.add(row.id); })));

    /** Columns of all tables, in order; one whose title differs between them is called by its id. */
    const columns = new Map();
    for (const one of self.sheets) for (const column of one.columns.values()) {
      const known = columns.get(column.id);
      if (!known) columns.set(column.id, { ...column });
      else if (known.title !== column.title) known.title = column.id[0].toUpperCase() + column.id.slice(1);
    }
    self.columns = [...columns.values()];
    self.named = self.sheets[0].named;
    self.ranged = self.columns.filter((column) => column.id === "released" || (column.numeric && column.id !== "rank"));
    self.known = {
      prefix, facets, ranged: self.ranged.map((column) => column.id), columns: self.columns.map((column) => column.id), named: self.named,
      ids: new Set(self.sheets.flatMap((one) => one.rows.map((row) => row.id))),
    };
    self.state = read(new URLSearchParams(location.search), self.known);
    const total = self.sheets.reduce((sum, one) => sum + one.rows.length, 0);
    let [found, counted] = [[], null];

    self.chosen = () => self.state.columns ?? self.known.columns;
    self.isChanged = () => write(self.state, self.known).length > 0;

    /** Put a change into effect. Choices are steps that "back" undoes; typing replaces the current step. */
    self.change = (edit, { typing = false } = {}) => {
      edit(self.state);
      const next = address(query());
      if (next !== location.pathname + location.search + location.hash) history[typing ? "replaceState" : "pushState"](null, "", next);
      self.show();
    };
    self.reset = () => self.change(() => { self.state = read(new URLSearchParams(), self.known); });

    self.show = () => {
      const { sort, down, rows } = self.state;
      const test = fits(self.state);
      found = self.sheets.map((one) => one.rows.filter(test));
      counted = null;
      self.sheets.forEach((one, at) => {
        one.arrange(self.chosen());
        one.show(one.sorted(found[at], sort, down));
        one.tick(rows);
        for (const column of one.columns.values()) {
          if (column.id === sort) column.cell.setAttribute("aria-sort", down ? "descending" : "ascending");
          else column.cell.removeAttribute("aria-sort");
        }
      });
      self.controls.update(found.reduce((sum, one) => sum + one.length, 0), total);
    };

    /** How many rows each choice of a facet would show, the other facets as they are. */
    self.counts = (facet) => {
      if (![...self.state.wanted.values()].includes(facet)) return (counted ??= tally(found.flat()));
      return tally(self.sheets.flatMap((one) => one.rows.filter(fits(self.state, facet))));
    };

    /** The shown rows of every table, in order; of chosen rows only these. */
    self.taken = () => self.sheets.map((one, at) => ({
      sheet: one, rows: one.sorted(found[at], self.state.sort, self.state.down).filter((row) => !self.state.rows.size || self.state.rows.has(row.id)),
    })).filter(({ rows }) => rows.length);

    /** The methods that chosen rows are about. */
    self.compared = () => (element.dataset.compares === undefined ? [] : [...new Set([...self.state.rows].map((id) => id.split("/")[0]))]);

    self.controls = panel(self);
    for (const one of self.sheets) for (const column of one.columns.values()) {
      const falls = column.numeric && column.id !== "rank";
      const button = make("button", { type: "button", onclick: () => self.change((state) => {
        if (state.sort !== column.id) [state.sort, state.down] = [column.id, falls];
        else if (state.down === falls) state.down = !falls;
        else [state.sort, state.down] = ["", false];
      }) });
      button.append(...column.cell.childNodes);
      column.cell.append(button);
    }
    self.controls.element.hidden = total < ENOUGH;
    (element.querySelector("[data-panel]") ?? self.sheets[0].frame).before(self.controls.element);
    return self;
  }

  for (const element of document.querySelectorAll("[data-explore]")) groups.push(group(element));
  for (const one of groups) one.show();
  addEventListener("popstate", () => {
    for (const one of groups) {
      one.state = read(new URLSearchParams(location.search), one.known);
      one.show();
    }
  });
})();
