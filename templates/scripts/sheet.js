// vitsurvey: one table whose rows can be hidden, sorted, chosen and, when there are many, shown a window at a time.
// The rows of the page are the data. What is read from them is read when it is first needed and then kept.
"use strict";
(() => {
  const { make, state: { fold } } = window.vitsurvey;
  const AHEAD = 15;
  /** What stands in a row for screen readers only, or opens the rest of a cell. */
  const ASIDE = /\+\d+ more|–not reported|n\/anot applicable/g;
  const DIGITS = /\d+/g;

  /** Text of a cell as a reader sees it. */
  function plain(element) {
    let copied = element;
    if (element.childElementCount) {
      copied = element.cloneNode(true);
      for (const extra of copied.querySelectorAll("summary, .vs-absent .vs-hidden, .vs-aside, input")) extra.remove();
    }
    return copied.textContent.replace(/\s+/g, " ").replace(/ ,/g, ",").trim();
  }

  /** One row: its identity, and lazily its searchable text, its choices and its cells in the order they had at first. */
  class Row {
    constructor(element, place, sheet) {
      [this.element, this.place, this.sheet, this.id] = [element, place, sheet, element.dataset.id];
    }

    get key() { return this.element.dataset.key; }

    get cells() { return (this.first ??= [...this.element.cells]); }

    get text() {
      const read = () => (this.element.querySelector(".vs-aside") ? plain(this.element) : this.element.textContent.replace(/\s+/g, " ").replace(ASIDE, ""));
      return (this.folded ??= fold(read()));
    }

    get numbers() { return (this.at ??= new Set((this.element.dataset.at || "").split(" ").map(Number))); }

    cell(id) { return this.cells[this.sheet.columns.get(id)?.index]; }

    /** The number in a column, null where there is none; of a date its year. */
    measure(id) {
      const cell = this.cell(id);
      if (!cell) return null;
      if (id === "released") return parseInt(cell.textContent, 10) || null;
      return cell.dataset.order === undefined ? null : Number(cell.dataset.order);
    }

    /** What a column is sorted by; null sorts last either way. */
    order(id) {
      if (this.sheet.columns.get(id)?.numeric) return this.measure(id);
      const cell = this.cell(id);
      const text = cell ? cell.textContent.trim() : "";
      if (!text || cell.querySelector(".vs-absent")) return null;
      return fold(text).replace(DIGITS, (digits) => digits.padStart(9, "0"));
    }
  }

  /** Make a sheet of a table. `number` tells the sheets of a page apart; `choose` is called with a row whose box was ticked. */
  function sheet(table, number, choose) {
    let body = table.tBodies[0];
    const scroll = table.closest(".vs-scroll");
    const frame = table.closest(".vs-sheet") ?? scroll;
    const self = { frame, title: table.dataset.title ?? "", columns: new Map(), rows: [] };
    [...table.tHead.rows[0].cells].forEach((cell, index) => {
      self.columns.set(cell.dataset.column, { id: cell.dataset.column, title: cell.textContent.trim(), cell, index, numeric: cell.classList.contains("vs-num") });
    });
    for (const part of table.tBodies) for (const row of part.rows) self.rows.push(new Row(row, self.rows.length, self));
    /** Whether there are so many rows that the page keeps those after the first in a body of their own. */
    const windowed = table.tBodies.length > 1;
    const named = [...self.columns.values()].find((column) => column.cell.matches("[data-names]"));
    self.named = named.id;
    const rule = document.head.appendChild(make("style"));
    table.dataset.sheet = number;

    // --- columns: those not chosen are hidden by one rule; cells move only when the order is another -------------------

    let order = [...self.columns.keys()];
    let [arrangement, hidden] = [order.join(), ""];
    const original = arrangement;

    /** Show these columns in this order. */
    function arrange(chosen) {
      const ids = chosen.filter((id) => self.columns.has(id));
      const rest = [...self.columns.keys()].filter((id) => !ids.includes(id));
      order = [...ids, ...rest];
      if (order.join() !== arrangement) {
        arrangement = order.join();
        table.tHead.rows[0].append(...order.map((id) => self.columns.get(id).cell));
      }
      const wanted = rest.length ? `[data-sheet="${number}"] tr > :nth-child(n+${ids.length + 1}){display:none}` : "";
      if (wanted !== hidden) rule.textContent = hidden = wanted;
    }

    // --- rows ------------------------------------------------------------------------------------------------------------

    let ticked = new Set();

    /** Put a row's box, its cells and its mark in order. */
    function dress(row) {
      if (!row.box) {
        const cell = row.cells[named.index];
        row.box = make("input", { type: "checkbox", class: "vs-pick-row", "aria-label": `choose ${cell.textContent.trim()}`, onchange: () => choose(row) });
        cell.prepend(row.box);
      }
      if ((row.arranged ?? original) !== arrangement) {
        const { cells } = row;
        row.element.append(...order.map((id) => cells[self.columns.get(id).index]));
        row.arranged = arrangement;
      }
      const chosen = ticked.has(row.id);
      if (row.box.checked !== chosen) row.box.checked = chosen;
      if (row.element.classList.contains("vs-chosen") !== chosen) row.element.classList.toggle("vs-chosen", chosen);
    }

    /** Mark the chosen rows; every change of a sheet ends with this, so that rows are put in order once. */
    function tick(ids) {
      ticked = ids;
      for (const row of windowed ? shown.slice(from, to) : self.rows) dress(row);
    }

    const orders = new Map();
    /** Rows sorted by a column; equal ones, and those without a value, keep their places. */
    function sorted(found, id, down) {
      if (!self.columns.has(id)) return found;
      if (!orders.has(id)) orders.set(id, self.rows.map((row) => row.order(id)));
      const keys = orders.get(id);
      const sign = down ? -1 : 1;
      return [...found].sort((a, b) => {
        const [one, other] = [keys[a.place], keys[b.place]];
        if (one === null || other === null) return (one === null) - (other === null) || a.place - b.place;
        return (one < other ? -sign : one > other ? sign : 0) || a.place - b.place;
      });
    }

    let shown = self.rows;
    let moved = false;

    /** Put all rows in an order; a new body is laid out faster than one whose rows are moved. */
    function place(rows) {
      const fresh = make("tbody", {}, ...rows.map((row) => row.element));
      body.replaceWith(fresh);
      body = fresh;
    }

    /** Show these rows, in this order. */
    function show(found) {
      const same = found.length === shown.length && found.every((row, at) => row === shown[at]);
      if (windowed) {
        if (same && widthsOf === arrangement + hidden) return;
        shown = found;
        scroll.scrollTop = 0;
        if (widthsOf !== arrangement + hidden) fix();
        draw(true);
        table.setAttribute("aria-rowcount", shown.length + 1);
        return;
      }
      const inside = new Set(found);
      for (const row of self.rows) if (row.element.hidden === inside.has(row)) row.element.hidden = !inside.has(row);
      const ascending = found.every((row, at) => at === 0 || found[at - 1].place < row.place);
      if (!ascending && !same) place([...found, ...self.rows.filter((row) => !inside.has(row))]);
      else if (ascending && moved) place(self.rows);
      moved = !ascending;
      shown = found;
      frame.hidden = found.length === 0 && self.rows.length > 0 && frame !== scroll;
    }

    // --- the window: of many rows only those in sight are in the page ----------------------------------------------------

    const above = make("tr", { class: "vs-gap", "aria-hidden": "true" }, make("td"));
    const below = make("tr", { class: "vs-gap", "aria-hidden": "true" }, make("td"));
    let [from, to, height, waiting, widthsOf] = [0, 0, 0, false, null];

    function draw(anew = false) {
      const first = height ? Math.max(0, Math.floor(scroll.scrollTop / height) - AHEAD) : 0;
      const most = height ? Math.ceil(scroll.clientHeight / height) + 2 * AHEAD : 60;
      const start = Math.min(first, Math.max(0, shown.length - most));
      const end = Math.min(shown.length, start + most);
      const isReached = (start === 0) === (from === 0) && (end === shown.length) === (to === shown.length);
      if (!anew && isReached && Math.abs(start - from) < AHEAD / 2) return;
      [from, to] = [start, end];
      const held = body.contains(document.activeElement);
      const isAtEnd = !anew && scroll.scrollTop + scroll.clientHeight > scroll.scrollHeight - 2;
      const rows = shown.slice(from, to);
      for (const [at, row] of rows.entries()) {
        dress(row);
        row.element.setAttribute("aria-rowindex", from + at + 2);
      }
      above.firstChild.style.height = `${from * height}px`;
      below.firstChild.style.height = `${(shown.length - to) * height}px`;
      body.replaceChildren(above, ...rows.map((row) => row.element), below);
      if (isAtEnd) scroll.scrollTop = scroll.scrollHeight;  // rows may be taller than most
      if (held && !body.contains(document.activeElement)) scroll.focus({ preventScroll: true });
    }

    /** Keep the widths that the first rows ask for, so that nothing moves when others come into sight. */
    function fix() {
      table.classList.remove("vs-fixed");
      table.style.width = "";
      const columns = [...self.columns.values()];
      for (const { cell } of columns) cell.style.width = "";
      height = 0;
      draw(true);
      height = body.getBoundingClientRect().height / Math.max(1, to - from);
      const widths = columns.map(({ cell }) => cell.getBoundingClientRect().width);
      columns.forEach(({ cell }, at) => { if (widths[at]) cell.style.width = `${widths[at]}px`; });
      table.style.width = `${widths.reduce((sum, width) => sum + width, 0)}px`;
      table.classList.add("vs-fixed");
      widthsOf = arrangement + hidden;
    }

    if (windowed) {
      for (const later of [...table.tBodies].slice(1)) later.remove();
      scroll.classList.add("vs-windowed");
      scroll.addEventListener("scroll", () => {
        if (waiting) return;
        waiting = true;
        requestAnimationFrame(() => { waiting = false; draw(); });
      });
      addEventListener("beforeprint", () => body.replaceChildren(...shown.map((row) => row.element)));
      addEventListener("afterprint", () => draw(true));
      /** Texts are read while nothing else is to be done, so that the first letter typed need not wait for them. */
      const idle = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 8 }), 20));
      let next = 0;
      const warm = (deadline) => {
        while (next < self.rows.length && deadline.timeRemaining() > 1) void self.rows[next++].text;
        if (next < self.rows.length) idle(warm);
      };
      idle(warm);
    }
    return Object.assign(self, { arrange, tick, sorted, show });
  }

  Object.assign(window.vitsurvey, { sheet, plain });
})();
