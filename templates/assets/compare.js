// vitsurvey: two to four methods side by side. The address holds which.
"use strict";
(() => {
  const { make, latexText, latexTable, markdownTable, csvTable, load, copy } = window.vitsurvey;
  const place = document.querySelector("[data-compare]");
  if (!place) return;
  const MOST = 4;
  let data, chosen, entries;

  function read() {
    const known = new Map(data.methods.map((method) => [method.id, method]));
    const ids = (new URLSearchParams(location.search).get("ids") ?? "").split(",");
    return [...new Set(ids)].filter((id) => known.has(id)).slice(0, MOST).map((id) => known.get(id));
  }

  function choose(next) {
    chosen = next;
    const ids = chosen.map((method) => method.id).join(",");
    history.pushState(null, "", location.pathname + (ids ? `?ids=${ids}` : ""));
    show();
  }

  const pageOf = (kind, id) => place.dataset.methods.replace(/methods\/?(index\.html)?$/, (_, index) => `${kind}/${id}${index ? ".html" : "/"}`);

  // --- what is shown ---------------------------------------------------------------------------------------------------

  /** Rows of attributes: title, a list of texts for each method, and whether they differ. */
  function attributeRows() {
    return data.attributes.map(([, title], index) => {
      const cells = chosen.map((method) => method.attributes[index]);
      return { title, cells, differs: new Set(cells.map((texts) => texts.join("\n"))).size > 1 };
    }).filter((row) => row.cells.some((texts) => texts.length));
  }

  /** Lines of scores that at least two methods report in one class, and how many classes only one of them has. */
  function scoreRows() {
    const lines = new Map();
    chosen.forEach((method, column) => {
      for (const [number, model, value, url] of method.scores) {
        if (!lines.has(number)) lines.set(number, chosen.map(() => []));
        const cell = lines.get(number)[column];
        if (!cell.some((score) => score.model === model && score.value === value)) cell.push({ model, value, url });
      }
    });
    const shared = [...lines].filter(([, cells]) => cells.filter((cell) => cell.length).length > 1);
    const rows = shared.map(([number, cells]) => {
      const [benchmark, name, measured, better] = data.classes[number];
      const values = cells.flat().map((score) => score.value);
      return { benchmark, name, measured, cells, best: better === "higher" ? Math.max(...values) : better === "lower" ? Math.min(...values) : null, better };
    });
    rows.sort((a, b) => a.name.localeCompare(b.name) || a.measured.localeCompare(b.measured));
    return { rows, alone: lines.size - shared.length, incomplete: rows.filter((row) => row.cells.some((cell) => !cell.length)).length };
  }

  function show() {
    place.replaceChildren(picker());
    if (chosen.length < 2) {
      place.append(make("p", { class: "vs-note", role: "status" }, chosen.length ? "Choose at least one more." : "Choose two to four by name."));
      return;
    }
    const attributes = attributeRows();
    const scores = scoreRows();
    const different = attributes.filter((row) => row.differs).length;
    place.append(
      make("p", { class: "vs-count", role: "status", "aria-live": "polite" }, `${different} of ${attributes.length} attributes differ; ${scores.rows.length} score classes are shared by at least two, ${scores.incomplete} of them not by all, ${scores.alone} are reported by one alone.`),
      takeAlong(attributes, scores),
      sheet("Attributes, with differences marked", attributes.map((row) => make("tr", { class: row.differs ? "vs-differs" : false },
        make("th", { scope: "row" }, row.title, row.differs ? make("span", { class: "vs-hidden" }, " (differs)") : ""),
        ...row.cells.map((texts) => make("td", {}, ...texts.map((text) => make("div", {}, text)))))), "Attribute"),
    );
    if (scores.rows.length) {
      place.append(sheet("Scores in shared comparability classes", scores.rows.map((row) => make("tr", {},
        make("th", { scope: "row" }, make("a", { href: pageOf("benchmarks", row.benchmark) }, row.name), make("div", { class: "vs-note" }, row.measured)),
        ...row.cells.map((cell) => make("td", {}, ...(cell.length ? cell.map((score) => make("div", { class: score.value === row.best ? "vs-leads" : false }, make("a", { href: score.url, rel: "noopener" }, String(score.value)), make("span", { class: "vs-note" }, ` ${score.model}`))) : [make("span", { class: "vs-absent" }, "–", make("span", { class: "vs-hidden" }, "not recorded"))]))))), "Benchmark"));
    }
  }

  function sheet(caption, rows, first) {
    return make("div", { class: "vs-scroll", role: "region", "aria-label": caption, tabindex: "0" },
      make("table", { class: "vs-table vs-compare" }, make("caption", {}, caption),
        make("thead", {}, make("tr", {}, make("th", { scope: "col" }, first), ...chosen.map((method) => make("th", { scope: "col" }, make("a", { href: pageOf("methods", method.id) }, method.name))))),
        make("tbody", {}, ...rows)));
  }

  function picker() {
    const input = make("input", { type: "search", list: "vs-names", placeholder: "Add by name", "aria-label": "Add a method by name", disabled: chosen.length >= MOST });
    const add = () => {
      const found = data.methods.find((method) => method.name.toLowerCase() === input.value.trim().toLowerCase());
      if (found && !chosen.includes(found)) { choose([...chosen, found]); place.querySelector("input").focus(); }
    };
    input.addEventListener("change", add);
    return make("div", { class: "vs-panel" }, make("div", { class: "vs-bar" }, input,
      make("datalist", { id: "vs-names" }, ...data.methods.map((method) => make("option", { value: method.name }))),
      ...chosen.map((method) => make("button", { type: "button", "aria-label": `remove ${method.name}`, onclick: () => choose(chosen.filter((other) => other !== method)) }, `${method.name} ×`))));
  }

  // --- taking along ----------------------------------------------------------------------------------------------------

  function lines(attributes, scores) {
    return [
      ...attributes.map((row) => [row.title, ...row.cells.map((texts) => texts.join("; "))]),
      ...scores.rows.map((row) => [`${row.name}: ${row.measured}`, ...row.cells.map((cell) => [...new Set(cell.map((score) => score.value))].join(", ") || "–")]),
    ];
  }

  function takeAlong(attributes, scores) {
    const head = ["", ...chosen.map((method) => method.name)];
    const forms = {
      CSV: async () => csvTable([head, ...lines(attributes, scores)]),
      Markdown: async () => markdownTable(head, head.map(() => ":--"), lines(attributes, scores)),
      LaTeX: async () => latexTable(
        `\\url{${location.href.replace(/%/g, "\\%")}}`, `l${"p{0.2\\textwidth}".repeat(chosen.length)}`,
        ["", ...chosen.map((method) => `${latexText(method.name)}~\\cite{${method.key}}`)], lines(attributes, scores).map((line) => line.map(latexText)),
      ),
      BibTeX: async () => {
        entries ??= await load("vitsurveyEntries", place.dataset.entries);
        return [...new Set(chosen.map((method) => method.key))].sort().map((key) => entries[key]).join("\n");
      },
    };
    return make("div", { class: "vs-panel" }, make("div", { class: "vs-bar" }, make("span", {}, "Copy as"), ...Object.entries(forms).map(([name, write]) => {
      const button = make("button", { type: "button", onclick: async () => copy(await write(), button) }, name);
      return button;
    })));
  }

  // --- start -----------------------------------------------------------------------------------------------------------

  load("vitsurveyProfiles", place.dataset.compare).then((loaded) => {
    data = { ...loaded, methods: loaded.methods.map(([id, name, key, attributes, scores]) => ({ id, name, key, attributes, scores })) };
    chosen = read();
    show();
    addEventListener("popstate", () => { chosen = read(); show(); });
  }, () => place.append(make("p", { class: "vs-note" }, "The records could not be loaded; reload the page to try again.")));
})();
