// vitsurvey: search, narrow, sort, choose columns and rows of an index table, and take along what is shown.
// The server-rendered table is the data; its whole state is in the address, with defaults left out.
"use strict";
(() => {
  const { make, latexText, latexTable, markdownTable, csvTable, load, copy } = window.vitsurvey;
  const table = document.querySelector("table[data-explore]");
  if (!table) return;
  const kind = table.dataset.explore;
  const root = document.querySelector("link[rel=stylesheet][href*='assets/survey/']").getAttribute("href").replace(/assets\/survey\/.*$/, "");
  const body = table.tBodies[0];
  const columns = [...table.tHead.rows[0].cells].map((cell, index) => ({
    id: cell.dataset.column, title: cell.textContent.trim(), cell, index,
    numeric: [...body.rows].some((row) => row.cells[index].dataset.order !== undefined),
  }));
  const facets = JSON.parse(document.querySelector("script[data-choices]").textContent).map(([id, title, choices]) => ({
    id, title, choices: choices.map(([number, choice, name, depth]) => ({ number, id: choice, title: name, depth })),
  }));
  const rows = [...body.rows].map((row, place) => ({
    row, place, id: row.dataset.id, key: row.dataset.key,
    at: new Set(row.dataset.at ? row.dataset.at.split(" ").map(Number) : []), text: plain(row).toLowerCase(),
  }));
  const ranged = columns.filter((column) => column.numeric || column.id === "released");

  // --- state and address ---------------------------------------------------------------------------------------------

  let state = read();

  /** The state that an address asks for. What is not known here is ignored. */
  function read() {
    const query = new URLSearchParams(location.search);
    const fresh = { q: query.get("find") ?? "", wanted: new Map(), unwanted: new Map(), ranges: new Map(), sort: null, down: false, columns: null, rows: new Set(), only: false };
    for (const facet of facets) {
      const known = new Map(facet.choices.map((choice) => [choice.id, choice.number]));
      for (const word of (query.get(facet.id) ?? "").split(",")) {
        const out = word.startsWith("-");
        const number = known.get(out ? word.slice(1) : word);
        if (number !== undefined) (out ? fresh.unwanted : fresh.wanted).set(number, facet);
      }
    }
    for (const column of ranged) {
      const found = /^([\d.-]*)\.\.([\d.-]*)$/.exec(query.get(`${column.id}-range`) ?? "");
      if (found && (found[1] || found[2])) fresh.ranges.set(column.id, [found[1], found[2]]);
    }
    const sort = query.get("sort") ?? "";
    if (columns.some((column) => column.id === sort.replace(/^-/, ""))) [fresh.sort, fresh.down] = [sort.replace(/^-/, ""), sort.startsWith("-")];
    const chosen = (query.get("columns") ?? "").split(",").filter((id) => columns.some((column) => column.id === id));
    if (chosen.length) fresh.columns = chosen;
    const ids = new Set(rows.map((entry) => entry.id));
    for (const id of (query.get("rows") ?? "").split(",")) if (ids.has(id)) fresh.rows.add(id);
    fresh.only = fresh.rows.size > 0 && query.get("only") === "rows";
    return fresh;
  }

  /** The address of the state, defaults left out. */
  function address() {
    const query = new URLSearchParams();
    if (state.q) query.set("find", state.q);
    for (const facet of facets) {
      const words = facet.choices.flatMap((choice) => (state.wanted.has(choice.number) ? [choice.id] : state.unwanted.has(choice.number) ? [`-${choice.id}`] : []));
      if (words.length) query.set(facet.id, words.join(","));
    }
    for (const [id, [low, high]] of state.ranges) query.set(`${id}-range`, `${low}..${high}`);
    if (state.sort) query.set("sort", (state.down ? "-" : "") + state.sort);
    if (state.columns) query.set("columns", state.columns.join(","));
    if (state.rows.size) query.set("rows", [...state.rows].join(","));
    if (state.only && state.rows.size) query.set("only", "rows");
    const text = query.toString().replace(/%2C/g, ",");
    return location.pathname + (text ? `?${text}` : "") + location.hash;
  }

  /** Put a change into effect. Choices are steps that "back" undoes; typing replaces the current step. */
  function change(edit, { typing = false } = {}) {
    edit();
    const next = address();
    if (next !== location.pathname + location.search + location.hash) history[typing ? "replaceState" : "pushState"](null, "", next);
    show();
  }

  // --- what is shown ---------------------------------------------------------------------------------------------------

  function passes(entry, except) {
    for (const number of state.unwanted.keys()) if (entry.at.has(number)) return false;
    for (const facet of new Set(state.wanted.values())) {
      if (facet !== except && ![...state.wanted].some(([number, of]) => of === facet && entry.at.has(number))) return false;
    }
    for (const [id, [low, high]] of state.ranges) {
      const value = measure(entry, id);
      if (value === null || (low && value < Number(low)) || (high && value > Number(high))) return false;
    }
    return state.q.toLowerCase().split(/\s+/).every((word) => entry.text.includes(word));
  }

  function measure(entry, id) {
    const cell = entry.row.cells[columns.find((column) => column.id === id).index];
    if (id === "released") return cell.textContent.trim() ? Number(cell.textContent.trim().slice(0, 4)) : null;
    return cell.dataset.order === undefined ? null : Number(cell.dataset.order);
  }

  const shown = () => ordered(rows.filter((entry) => passes(entry) && (!state.only || state.rows.has(entry.id))));

  function ordered(found) {
    const column = columns.find((candidate) => candidate.id === state.sort);
    if (!column) return found;
    const collator = new Intl.Collator("en", { numeric: true });
    const keyed = found.map((entry) => {
      const cell = entry.row.cells[column.index];
      const text = plain(cell);
      const absent = text === "" || cell.querySelector(".vs-absent");
      return { entry, key: absent ? null : column.numeric ? Number(cell.dataset.order) : text };
    });
    const sign = state.down ? -1 : 1;
    keyed.sort((a, b) => {
      if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.entry.place - b.entry.place;
      return sign * (column.numeric ? a.key - b.key : collator.compare(a.key, b.key)) || a.entry.place - b.entry.place;
    });
    return keyed.map(({ entry }) => entry);
  }

  /** Whether rows are in their first order: then hiding is enough, and nothing moves. */
  const isRun = (found) => found.every((entry, index) => index === 0 || found[index - 1].place < entry.place);
  let [placed, inOrder, entries] = ["", true, null];

  function show() {
    const visible = shown();
    const inside = new Set(visible);
    for (const entry of rows) entry.row.hidden = !inside.has(entry);
    const order = visible.map((entry) => entry.place).join();
    if (order !== placed && !isRun(visible)) body.append(...visible.map((entry) => entry.row), ...rows.filter((entry) => !inside.has(entry)).map((entry) => entry.row));
    else if (!inOrder && isRun(visible)) body.append(...rows.map((entry) => entry.row));
    [placed, inOrder] = [order, isRun(visible)];
    for (const column of columns) {
      const sorted = column.id === state.sort;
      if (sorted) column.cell.setAttribute("aria-sort", state.down ? "descending" : "ascending");
      else column.cell.removeAttribute("aria-sort");
    }
    for (const entry of rows) entry.row.classList.toggle("vs-chosen", state.rows.has(entry.id));
    arrange();
    panel.update(visible);
  }

  const chosenColumns = () => (state.columns ?? columns.map((column) => column.id)).map((id) => columns.find((column) => column.id === id));

  /** Hide columns that are not chosen and order the rest by flex-free means: cells move with their column. */
  let arranged = columns.map((column) => column.id).join();
  function arrange() {
    const chosen = chosenColumns();
    const order = [...chosen, ...columns.filter((column) => !chosen.includes(column))];
    const wanted = order.map((column) => column.id).join();
    for (const line of [table.tHead.rows[0], ...rows.map((entry) => entry.row)]) {
      if (wanted !== arranged) {
        const cells = [...line.cells];
        line.append(...order.map((column) => cells[column.index]));
      }
      order.forEach((column, index) => { line.cells[index].hidden = index >= chosen.length; });
    }
    order.forEach((column, index) => { column.index = index; });
    arranged = wanted;
  }

  // --- the controls ----------------------------------------------------------------------------------------------------

  function controls() {
    const search = make("input", { type: "search", placeholder: `Search these ${kind}`, "aria-label": `Search these ${kind}`, oninput: () => change(() => { state.q = search.value.trim(); }, { typing: true }) });
    const count = make("p", { class: "vs-count", role: "status", "aria-live": "polite" });
    const clear = make("button", { type: "button", onclick: () => change(() => { history.pushState(null, "", location.pathname); state = read(); }) }, "Reset");
    const share = make("button", { type: "button", onclick: () => copy(location.href, share) }, "Copy address");
    const compare = make("a", { class: "vs-button", hidden: true }, "Compare");
    const only = make("button", { type: "button", hidden: true, onclick: () => change(() => { state.only = !state.only; }) });
    const sections = facets.map(facetControl);
    const ranges = ranged.map(rangeControl);
    const narrow = make("details", { class: "vs-narrow", ontoggle: () => { if (narrow.open) for (const part of [...sections, ...ranges]) part.update(); } }, make("summary", {}, "Narrow by facet or range"),
      make("div", { class: "vs-facets" }, ...sections.map((section) => section.element), make("fieldset", { class: "vs-ranges" }, make("legend", {}, "Ranges"), ...ranges.map((range) => range.element))));
    const element = make("div", { class: "vs-panel" },
      make("div", { class: "vs-bar" }, search, count, compare, only, clear, share, columnControl(), exportControl()), narrow);
    if (state.wanted.size || state.unwanted.size || state.ranges.size) narrow.open = true;
    return {
      element,
      update(visible) {
        if (document.activeElement !== search) search.value = state.q;
        const noun = rows.length === 1 ? kind.replace(/s$/, "") : kind;
        count.textContent = visible.length === rows.length ? `${rows.length} ${noun}` : `${visible.length} of ${rows.length} ${noun}`;
        clear.hidden = address() === location.pathname + location.hash;
        only.hidden = state.rows.size === 0;
        compare.hidden = kind !== "methods" || state.rows.size < 2 || state.rows.size > 4;
        compare.textContent = `Compare the ${state.rows.size} chosen`;
        compare.href = `${root}compare/${location.pathname.endsWith(".html") ? "index.html" : ""}?ids=${[...state.rows].join(",")}`;
        only.textContent = state.only ? "Show all again" : `Show only the ${state.rows.size} chosen`;
        if (narrow.open) for (const part of [...sections, ...ranges]) part.update();
      },
    };
  }

  function facetControl(facet) {
    const lines = facet.choices.map((choice) => {
      const take = make("input", { type: "checkbox", id: `at-${choice.number}`, onchange: () => change(() => toggle(choice.number, facet, state.wanted, state.unwanted)) });
      const leave = make("button", { type: "button", class: "vs-not", "aria-pressed": "false", "aria-label": `without ${choice.title}`, title: `without ${choice.title}`, onclick: () => change(() => toggle(choice.number, facet, state.unwanted, state.wanted)) }, "−");
      const number = make("span", { class: "vs-number" });
      const line = make("li", { style: `--depth:${choice.depth}` }, take, make("label", { for: `at-${choice.number}` }, choice.title, " ", number), leave);
      return { choice, take, leave, number, line };
    });
    const element = make("details", { class: "vs-facet" }, make("summary", {}, facet.title), make("ul", { class: "vs-plain" }, ...lines.map(({ line }) => line)));
    return {
      element,
      update() {
        const others = rows.filter((entry) => passes(entry, facet));
        let active = 0;
        for (const { choice, take, leave, number, line } of lines) {
          const count = others.reduce((sum, entry) => sum + entry.at.has(choice.number), 0);
          take.checked = state.wanted.has(choice.number);
          leave.setAttribute("aria-pressed", String(state.unwanted.has(choice.number)));
          number.textContent = count;
          line.classList.toggle("vs-none", count === 0 && !take.checked);
          active += take.checked || state.unwanted.has(choice.number);
        }
        element.classList.toggle("vs-active", active > 0);
        if (active) element.open = true;
      },
    };
  }

  function toggle(number, facet, on, off) {
    off.delete(number);
    if (!on.delete(number)) on.set(number, facet);
  }

  function rangeControl(column) {
    const title = column.id === "released" ? "Year" : column.id === "parameters" ? "Parameters (billions)" : column.title;
    const [low, high] = ["from", "to"].map((end, place) => make("input", {
      type: "number", step: "any", "aria-label": `${title} ${end}`, placeholder: end,
      oninput: (event) => change(() => {
        const pair = [...(state.ranges.get(column.id) ?? ["", ""])];
        pair[place] = event.target.value;
        if (pair[0] || pair[1]) state.ranges.set(column.id, pair); else state.ranges.delete(column.id);
      }, { typing: true }),
    }));
    return {
      element: make("label", { class: "vs-range" }, make("span", {}, title), low, high),
      update() {
        const pair = state.ranges.get(column.id) ?? ["", ""];
        [low, high].forEach((input, place) => { if (document.activeElement !== input) input.value = pair[place]; });
      },
    };
  }

  function columnControl() {
    const list = make("ul", { class: "vs-plain" });
    const fill = () => list.replaceChildren(...orderedColumns().map((column) => {
      const box = make("input", { type: "checkbox", id: `column-${column.id}`, disabled: column.id === columns[0].id && "", onchange: () => change(() => setColumn(column.id, box.checked)) });
      box.checked = !state.columns || state.columns.includes(column.id);
      const earlier = make("button", { type: "button", class: "vs-not", "aria-label": `${column.title} further left`, onclick: () => { change(() => moveColumn(column.id)); fill(); } }, "←");
      return make("li", {}, box, make("label", { for: `column-${column.id}` }, column.title), earlier);
    }));
    const element = make("details", { class: "vs-menu", ontoggle: fill }, make("summary", {}, "Columns"), list);
    return element;
  }

  function orderedColumns() {
    const chosen = chosenColumns();
    return [...chosen, ...columns.filter((column) => !chosen.includes(column))];
  }

  function setColumn(id, on) {
    const now = chosenColumns().map((column) => column.id).filter((other) => other !== id);
    keepColumns(on ? [...now, id] : now);
  }

  function moveColumn(id) {
    const now = chosenColumns().map((column) => column.id);
    const place = now.indexOf(id);
    if (place > 1) now.splice(place - 1, 2, id, now[place - 1]);
    keepColumns(now);
  }

  const original = columns.map((column) => column.id);
  function keepColumns(now) {
    state.columns = now.join() === original.join() ? null : now;
  }

  // --- taking along ----------------------------------------------------------------------------------------------------

  /** Text of a cell or row as a reader sees it, without what is only for screen readers or opens the rest. */
  function plain(element) {
    const copied = element.cloneNode(true);
    for (const extra of copied.querySelectorAll("summary, .vs-absent .vs-hidden, .vs-pick-row")) extra.remove();
    return copied.textContent.replace(/\s+/g, " ").replace(/ ,/g, ",").trim();
  }

  function grid() {
    const chosen = chosenColumns();
    const found = shown().filter((entry) => !state.rows.size || state.rows.has(entry.id));
    return { chosen, found, lines: found.map((entry) => chosen.map((column) => plain(entry.row.cells[column.index]))) };
  }

  const FORMATS = {
    CSV: { file: "csv", write: ({ chosen, lines }) => csvTable([chosen.map((column) => column.title), ...lines]) },
    JSON: { file: "json", write: ({ chosen, found, lines }) => JSON.stringify(found.map((entry, place) => ({ id: entry.id, key: entry.key || undefined, ...Object.fromEntries(chosen.map((column, index) => [column.id, lines[place][index]])) })), null, 2) + "\n" },
    Markdown: { file: "md", write: ({ chosen, lines }) => markdownTable(chosen.map((column) => column.title), chosen.map((column) => (column.numeric ? "--:" : ":--")), lines) },
    LaTeX: { file: "tex", write: latex },
    BibTeX: { file: "bib", write: bibtex },
  };

  function latex({ chosen, found, lines }) {
    const cells = lines.map((line, place) => line.map((text, index) => latexText(text) + (index === 0 && found[place].key ? `~\\cite{${found[place].key}}` : "")));
    const caption = `${found.length} ${kind}: \\url{${location.href.replace(/%/g, "\\%").replace(/#.*$/, "")}}, records as of ${table.dataset.asOf}.`;
    return latexTable(caption, chosen.map((column) => (column.numeric ? "r" : "l")).join(""), chosen.map((column) => latexText(column.title)), cells);
  }

  function bibtex({ found }) {
    const keys = [...new Set(found.map((entry) => entry.key).filter(Boolean))].sort();
    return keys.map((key) => entries[key]).filter(Boolean).join("\n");
  }

  function exportControl() {
    const buttons = Object.entries(FORMATS).map(([name, format]) => {
      const text = async () => {
        if (name === "BibTeX") entries ??= await load("vitsurveyEntries", `${root}exports/entries.js`);
        return format.write(grid());
      };
      const copier = make("button", { type: "button", onclick: async () => copy(await text(), copier) }, "Copy");
      const saver = make("button", { type: "button", onclick: async () => save(await text(), `${kind}.${format.file}`) }, "Download");
      return make("li", {}, make("span", {}, name), copier, saver);
    });
    return make("details", { class: "vs-menu" }, make("summary", {}, "Take along"), make("ul", { class: "vs-plain vs-takes" }, ...buttons));
  }

  function save(text, name) {
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  const panel = controls();
  table.closest(".vs-scroll").before(panel.element);

  // --- start -----------------------------------------------------------------------------------------------------------

  for (const column of columns) {
    const button = make("button", { type: "button", onclick: () => change(() => {
      if (state.sort !== column.id) [state.sort, state.down] = [column.id, column.numeric];
      else if (state.down === column.numeric) state.down = !state.down;
      else [state.sort, state.down] = [null, false];
    }) });
    button.append(...column.cell.childNodes);
    column.cell.append(button);
  }
  for (const entry of rows) {
    const box = make("input", { type: "checkbox", class: "vs-pick-row", "aria-label": `choose ${plain(entry.row.cells[0])}`, onchange: () => change(() => { if (!state.rows.delete(entry.id)) state.rows.add(entry.id); }) });
    entry.row.cells[0].prepend(box);
    entry.box = box;
  }
  addEventListener("popstate", () => { state = read(); show(); tick(); });
  function tick() { for (const entry of rows) entry.box.checked = state.rows.has(entry.id); }
  show();
  tick();
})();
