// vitsurvey: two to four methods side by side. The address holds which.
"use strict";
(() => {
  const { make, latexText, latexTable, latexAddress, markdownTable, csvTable, load, bibtex, copy, takeControl, FORMATS } = window.vitsurvey;
  const place = document.querySelector("[data-compare]");
  if (!place) return;
  const MOST = 4;
  let data, chosen;

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

  const PARTS = ["split", "metric", "setting", "harness"];
  /** What the numbers of a class share, in words. */
  const words = (one) => `${one.split}, ${one.metric}, ${one.setting}${one.harness ? `, run with ${one.harness}` : ""}`;

  /** Scores by class: those that several of the chosen report, those that stand apart, and benchmarks of one alone. */
  function scoreRows() {
    const lines = new Map();
    chosen.forEach((method, column) => {
      for (const [number, model, value, url] of method.scores) {
        if (!lines.has(number)) lines.set(number, chosen.map(() => []));
        const cell = lines.get(number)[column];
        if (!cell.some((score) => score.model === model && score.value === value)) cell.push({ model, value, url });
      }
    });
    const all = [...lines].map(([number, cells]) => {
      const one = data.classes[number];
      const values = cells.flat().map((score) => Number(score.value));
      return { ...one, cells, best: one.better === "higher" ? Math.max(...values) : one.better === "lower" ? Math.min(...values) : null };
    }).sort((a, b) => a.name.localeCompare(b.name) || words(a).localeCompare(words(b)));
    const shared = all.filter((row) => row.cells.filter((cell) => cell.length).length > 1);
    const done = new Set(shared.map((row) => row.benchmark));
    const others = new Map();
    for (const row of all) if (!done.has(row.benchmark)) others.set(row.benchmark, [...(others.get(row.benchmark) ?? []), row]);
    const apart = [...others.values()].filter((rows) => chosen.filter((_, column) => rows.some((row) => row.cells[column].length)).length > 1);
    const alone = [...others.values()].filter((rows) => !apart.includes(rows));
    return { shared, apart: apart.map((rows) => ({ rows, because: difference(rows) })), alone, classesAlone: all.length - shared.length, incomplete: shared.filter((row) => row.cells.some((cell) => !cell.length)).length };
  }

  /** Why the numbers of some classes of one benchmark are not compared: the parts in which no two of the chosen agree. */
  function difference(rows) {
    const differing = PARTS.filter((part) => {
      const sets = chosen.map((_, column) => new Set(rows.filter((row) => row.cells[column].length).map((row) => row[part]))).filter((set) => set.size);
      return !sets.some((set, at) => sets.slice(at + 1).some((other) => [...set].some((value) => other.has(value))));
    });
    return differing.length ? `not the same ${differing.join(", ")}` : `not the same ${PARTS.filter((part) => new Set(rows.map((row) => row[part])).size > 1).join(", ")} together`;
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
      make("p", { class: "vs-count", role: "status", "aria-live": "polite" }, `${different} of ${attributes.length} attributes differ; ${scores.shared.length} score classes are shared by at least two, ${scores.incomplete} of them not by all, ${scores.classesAlone} are reported by one alone.`),
      takeAlong(attributes, scores), recipes(),
      sheet("Attributes, with differences marked", attributes.map((row) => make("tr", { class: row.differs ? "vs-differs" : false },
        make("th", { scope: "row" }, row.title, row.differs ? make("span", { class: "vs-hidden" }, " (differs)") : ""),
        ...row.cells.map((texts) => make("td", {}, ...texts.map((text) => make("div", {}, text)))))), "Attribute"),
    );
    if (scores.shared.length) place.append(sheet("Scores in shared comparability classes", scores.shared.map((row) => scoreLine(row, words(row))), "Benchmark"));
    if (scores.apart.length) {
      place.append(sheet("Scores on the same benchmark that are not compared, and why", scores.apart.flatMap(({ rows, because }) => rows.map((row, at) => scoreLine({ ...row, best: null }, at === 0 ? `${words(row)} · ${because}` : words(row)))), "Benchmark"));
    }
    if (scores.alone.length) {
      place.append(make("details", { class: "vs-classes" }, make("summary", {}, `${scores.alone.length} benchmarks that no source here reports for more than one of them`),
        sheet("Scores that only one of them has", scores.alone.flat().map((row) => scoreLine({ ...row, best: null }, words(row))), "Benchmark")));
    }
  }

  function scoreLine(row, said) {
    const absent = () => make("span", { class: "vs-absent" }, "–", make("span", { class: "vs-hidden" }, "not recorded"));
    const score = ({ value, url, model }) => make("div", { class: row.best !== null && Number(value) === row.best ? "vs-leads" : false }, make("a", { href: url, rel: "noopener" }, value), make("span", { class: "vs-note" }, ` ${model}`));
    return make("tr", {},
      make("th", { scope: "row" }, make("a", { href: pageOf("benchmarks", row.benchmark) }, row.name), make("div", { class: "vs-note" }, said)),
      ...row.cells.map((cell) => make("td", {}, ...(cell.length ? cell.map(score) : [absent()]))));
  }

  // --- recipes: drawn when the site was built, each loaded when its method is chosen ---------------------------------------

  const drawn = new Map();
  window.vitsurveyRecipe = (id, svg) => { drawn.get(id).done(svg); };

  function recipe(id) {
    if (!drawn.has(id)) {
      const entry = {};
      entry.svg = new Promise((resolve) => { entry.done = resolve; });
      drawn.set(id, entry);
      document.head.append(make("script", { src: place.dataset.recipes.replace("{id}", id) }));
    }
    return drawn.get(id).svg;
  }

  /** The recipes beside each other; a method with too few parts has none. */
  function recipes() {
    const figures = chosen.filter((method) => method.drawn).map((method) => {
      const box = make("div", { class: "vs-picture vs-picture--scrolled vs-recipe", role: "region", "aria-label": `Recipe of ${method.name}, drawn`, tabindex: "0" });
      recipe(method.id).then((svg) => { box.innerHTML = svg; });
      return make("figure", {}, make("figcaption", {}, make("strong", {}, method.name)), box);
    });
    return figures.length ? make("div", { class: "vs-recipes" }, ...figures) : "";
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
      ...scores.shared.map((row) => [`${row.name}: ${words(row)}`, ...row.cells.map((cell) => [...new Set(cell.map((score) => score.value))].join(", ") || "–")]),
    ];
  }

  function takeAlong(attributes, scores) {
    const head = ["", ...chosen.map((method) => method.name)];
    const write = {
      CSV: () => csvTable([head, ...lines(attributes, scores)]),
      JSON: () => `${JSON.stringify(chosen.map((method, column) => ({ id: method.id, key: method.key, ...Object.fromEntries(lines(attributes, scores).map(([title, ...cells]) => [title, cells[column]])) })), null, 2)}\n`,
      Markdown: () => markdownTable(head, head.map(() => ":--"), lines(attributes, scores)),
      LaTeX: () => latexTable(
        `${latexAddress()}, records as of ${place.dataset.asOf}.`, `l${"p{0.2\\textwidth}".repeat(chosen.length)}`,
        ["", ...chosen.map((method) => `${latexText(method.name)}~\\cite{${method.key}}`)], lines(attributes, scores).map((line) => line.map(latexText)),
      ),
      BibTeX: () => bibtex(chosen.map((method) => method.key)),
    };
    const share = make("button", { type: "button", onclick: () => copy(location.href, share) }, "Copy address");
    return make("div", { class: "vs-panel" }, make("div", { class: "vs-bar" }, share, takeControl(FORMATS, (form) => write[form](), "comparison")));
  }

  // --- start -----------------------------------------------------------------------------------------------------------

  load("vitsurveyProfiles", place.dataset.compare).then((loaded) => {
    data = {
      attributes: loaded.attributes,
      classes: loaded.classes.map(([benchmark, name, split, metric, setting, harness, better]) => ({ benchmark, name, split, metric, setting, harness, better })),
      methods: loaded.methods.map(([id, name, key, drawn_, attributes, scores]) => ({ id, name, key, drawn: drawn_, attributes, scores })),
    };
    chosen = read();
    show();
    addEventListener("popstate", () => { chosen = read(); show(); });
  }, () => place.append(make("p", { class: "vs-note" }, "The records could not be loaded; reload the page to try again.")));
})();
