// vitsurvey: what a reader chose in a group of tables, and how an address says it. Touches no page.
//
// What can be chosen is `known`: { prefix, facets: [{ id, choices: [{ number, id }] }], ranged: [id], columns: [id], named: id, ids: Set };
// `named` is the column that names the rows.
// Every key stands behind the prefix, so that several groups of tables can share a page. Defaults are left out.
"use strict";
(() => {
  /** The state that a query asks for. What is not known is ignored. */
  function read(query, known) {
    const get = (key) => query.get(known.prefix + key) ?? "";
    const state = { find: get("find"), wanted: new Map(), unwanted: new Map(), ranges: new Map(), sort: "", down: false, columns: null, rows: new Set(), only: false };
    for (const facet of known.facets) {
      const numbers = new Map(facet.choices.map((choice) => [choice.id, choice.number]));
      for (const word of get(facet.id).split(",")) {
        const out = word.startsWith("-") && !numbers.has(word);
        const number = numbers.get(out ? word.slice(1) : word);
        if (number !== undefined) (out ? state.unwanted : state.wanted).set(number, facet.id);
      }
    }
    for (const id of known.ranged) {
      const found = /^(-?[\d.]*)\.\.(-?[\d.]*)$/.exec(get(`${id}-range`));
      if (found && (found[1] || found[2]) && !found.slice(1).some((end) => end && Number.isNaN(Number(end)))) state.ranges.set(id, [found[1], found[2]]);
    }
    const sort = get("sort").replace(/^-/, "");
    if (known.columns.includes(sort)) [state.sort, state.down] = [sort, get("sort").startsWith("-")];
    const columns = [...new Set(get("columns").split(","))].filter((id) => known.columns.includes(id));
    if (columns.length) state.columns = columns.includes(known.named) ? columns : [known.named, ...columns];
    for (const id of get("rows").split(",")) if (known.ids.has(id)) state.rows.add(id);
    state.only = state.rows.size > 0 && get("only") === "rows";
    return state;
  }

  /** A state as pairs of keys and values for an address. */
  function write(state, known) {
    const pairs = [];
    const add = (key, value) => { if (value) pairs.push([known.prefix + key, value]); };
    add("find", state.find);
    for (const facet of known.facets) {
      add(facet.id, facet.choices.flatMap(({ number, id }) => (state.wanted.has(number) ? [id] : state.unwanted.has(number) ? [`-${id}`] : [])).join(","));
    }
    for (const [id, [low, high]] of state.ranges) add(`${id}-range`, `${low}..${high}`);
    add("sort", state.sort && (state.down ? "-" : "") + state.sort);
    add("columns", state.columns?.join(","));
    add("rows", [...state.rows].join(","));
    add("only", state.only && state.rows.size ? "rows" : "");
    return pairs;
  }

  /** Text as it is searched: small letters without accents. */
  const fold = (text) => (/[^\x00-\x7f]/.test(text) ? text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "") : text).toLowerCase();

  /**
   * Whether a row fits a state: its text holds every word, every range holds its value, and in every facet it stands under
   * one of the wanted choices and none of the unwanted. `except` is a facet whose wanted choices are left aside.
   */
  function fits(state, except = null) {
    const words = fold(state.find).split(/\s+/).filter(Boolean);
    const ranges = [...state.ranges].map(([id, [low, high]]) => [id, low === "" ? -Infinity : Number(low), high === "" ? Infinity : Number(high)]);
    const unwanted = [...state.unwanted.keys()];
    const wanted = [...new Set(state.wanted.values())].filter((facet) => facet !== except)
      .map((facet) => [...state.wanted].flatMap(([number, of]) => (of === facet ? [number] : [])));
    return (row) => words.every((word) => row.text.includes(word))
      && (!state.only || state.rows.has(row.id))
      && !unwanted.some((number) => row.numbers.has(number))
      && wanted.every((numbers) => numbers.some((number) => row.numbers.has(number)))
      && ranges.every(([id, low, high]) => { const value = row.measure(id); return value !== null && value >= low && value <= high; });
  }

  window.vitsurvey.state = { read, write, fold, fits };
})();
