// vitsurvey: the controls above a group of tables. They read a state, ask for changes, and are told what is shown.
"use strict";
(() => {
  const { make, copy, save, FORMATS } = window.vitsurvey;
  const TITLES = { released: "Year", parameters: "Parameters (billions)" };

  function toggle(number, facet, on, off) {
    off.delete(number);
    if (!on.delete(number)) on.set(number, facet);
  }

  /** The choices of one facet: take them, leave them out, and how many rows each would show. Made when it is opened. */
  function facetControl(group, facet) {
    const list = make("ul", { class: "vs-plain" });
    const element = make("details", { class: "vs-facet", ontoggle: () => update() }, make("summary", {}, facet.title), list);
    let lines = [];
    const line = (choice) => {
      const ident = `${group.known.prefix}at-${choice.number}`;
      const take = make("input", { type: "checkbox", id: ident, onchange: () => group.change((state) => toggle(choice.number, facet.id, state.wanted, state.unwanted)) });
      const leave = make("button", { type: "button", class: "vs-not", "aria-pressed": "false", "aria-label": `without ${choice.title}`, title: `without ${choice.title}`, onclick: () => group.change((state) => toggle(choice.number, facet.id, state.unwanted, state.wanted)) }, "−");
      const number = make("span", { class: "vs-number" });
      return { choice, take, leave, number, line: make("li", { style: `--depth:${choice.depth}` }, take, make("label", { for: ident }, choice.title, " ", number), leave) };
    };
    function update() {
      const isActive = facet.choices.some(({ number }) => group.state.wanted.has(number) || group.state.unwanted.has(number));
      element.classList.toggle("vs-active", isActive);
      if (!element.open) return;
      if (!lines.length) {
        lines = facet.choices.map(line);
        list.append(...lines.map((one) => one.line));
      }
      const counts = group.counts(facet.id);
      for (const { choice, take, leave, number, line: shown } of lines) {
        const count = counts.get(choice.number) ?? 0;
        take.checked = group.state.wanted.has(choice.number);
        leave.setAttribute("aria-pressed", String(group.state.unwanted.has(choice.number)));
        number.textContent = count;
        shown.classList.toggle("vs-none", count === 0 && !take.checked);
      }
    }
    return { element, update };
  }

  /** The lowest and the highest value of a column. */
  function rangeControl(group, column) {
    const title = TITLES[column.id] ?? column.title;
    const ends = ["from", "to"].map((end, place) => make("input", {
      type: "number", step: "any", "aria-label": `${title} ${end}`, placeholder: end,
      oninput: (event) => group.change((state) => {
        const pair = [...(state.ranges.get(column.id) ?? ["", ""])];
        pair[place] = event.target.value;
        if (pair[0] || pair[1]) state.ranges.set(column.id, pair); else state.ranges.delete(column.id);
      }, { typing: true }),
    }));
    return {
      element: make("label", { class: "vs-range" }, make("span", {}, title), ...ends),
      update() {
        const pair = group.state.ranges.get(column.id) ?? ["", ""];
        ends.forEach((input, place) => { if (document.activeElement !== input) input.value = pair[place]; });
      },
    };
  }

  /** A list that opens below its title, and closes on Escape and when the reader goes elsewhere. */
  function menu(title, list, ontoggle = null) {
    const summary = make("summary", {}, title);
    const element = make("details", {
      class: "vs-menu",
      onkeydown: (event) => { if (event.key === "Escape") { element.open = false; summary.focus(); } },
      onfocusout: (event) => { if (event.relatedTarget && !element.contains(event.relatedTarget)) element.open = false; },
    }, summary, list);
    if (ontoggle) element.addEventListener("toggle", ontoggle);
    document.addEventListener("click", (event) => { if (!event.composedPath().includes(element)) element.open = false; });
    return element;
  }

  /** Which columns are shown, and in which order. The one that names the rows stays. */
  function columnControl(group) {
    const list = make("ul", { class: "vs-plain" });
    const original = group.known.columns.join();
    /** Change the columns and make the list anew; the control that was used is used on. */
    const keep = (ids) => {
      const used = document.activeElement.id;
      group.change((state) => { state.columns = ids.join() === original ? null : ids; });
      fill();
      document.getElementById(used)?.focus();
    };
    function fill() {
      const chosen = group.chosen();
      const ordered = [...chosen, ...group.known.columns.filter((id) => !chosen.includes(id))];
      list.replaceChildren(...ordered.map((id) => {
        const { title } = group.columns.find((column) => column.id === id);
        const place = chosen.indexOf(id);
        const ident = `${group.known.prefix}column-${id}`;
        const box = make("input", { type: "checkbox", id: ident, disabled: id === group.named, onchange: () => keep(box.checked ? [...chosen, id] : chosen.filter((other) => other !== id)) });
        box.checked = place >= 0;
        const earlier = make("button", {
          type: "button", id: `${ident}-left`, class: "vs-not", "aria-label": `${title} further left`, "aria-disabled": place < 2 && "true",
          onclick: () => place > 1 && keep([...chosen.slice(0, place - 1), id, chosen[place - 1], ...chosen.slice(place + 1)]),
        }, "←");
        return make("li", {}, box, make("label", { for: ident }, title), earlier);
      }));
    }
    return menu("Columns", list, fill);
  }

  /** What is shown, to be copied or kept: forms by name, what writes them, and what a file is called. */
  function takeControl(formats, write, stem) {
    const buttons = Object.entries(formats).map(([name, { file }]) => {
      const copier = make("button", { type: "button", onclick: async () => copy(await write(name), copier) }, "Copy");
      const saver = make("button", { type: "button", onclick: async () => save(await write(name), `${stem}.${file}`) }, "Download");
      return make("li", {}, make("span", {}, name), copier, saver);
    });
    return menu("Take along", make("ul", { class: "vs-plain vs-takes" }, ...buttons));
  }

  /** Every condition in force as a button that takes it back. */
  function conditions(group) {
    const { state } = group;
    const button = (text, edit) => make("li", {}, make("button", { type: "button", class: "vs-condition", "aria-label": `take back: ${text}`, onclick: () => group.change(edit) }, text, make("span", { "aria-hidden": "true" }, " ×")));
    const taken = group.facets.flatMap((facet) => facet.choices.flatMap(({ number, title }) => {
      if (state.wanted.has(number)) return [button(`${facet.title}: ${title}`, (next) => next.wanted.delete(number))];
      if (state.unwanted.has(number)) return [button(`${facet.title}: not ${title}`, (next) => next.unwanted.delete(number))];
      return [];
    }));
    const limits = [...state.ranges].map(([id, [low, high]]) => {
      const title = TITLES[id] ?? group.columns.find((column) => column.id === id).title;
      return button(`${title} ${low && high ? `${low} to ${high}` : low ? `from ${low}` : `up to ${high}`}`, (next) => next.ranges.delete(id));
    });
    return [...taken, ...limits];
  }

  /** The controls of a group; `update` is told how many rows are shown. */
  function panel(group) {
    const search = make("input", { type: "search", placeholder: `Search these ${group.noun}`, "aria-label": `Search these ${group.noun}`, oninput: () => group.change((state) => { state.find = search.value.trim(); }, { typing: true }) });
    const count = make("p", { class: "vs-count", role: "status", "aria-live": "polite" });
    const clear = make("button", { type: "button", onclick: group.reset }, "Reset");
    const share = make("button", { type: "button", onclick: () => copy(location.href, share) }, "Copy address");
    const compare = make("a", { class: "vs-button", hidden: true });
    const only = make("button", { type: "button", hidden: true, onclick: () => group.change((state) => { state.only = !state.only; }) });
    let controls = null;
    const inside = make("div", { class: "vs-facets" });
    /** Few readers narrow: what is needed for it is made when they begin to. */
    function refresh() {
      if (!narrow.open) return;
      if (!controls) {
        const facets = group.facets.map((facet) => facetControl(group, facet));
        const ranges = group.ranged.map((column) => rangeControl(group, column));
        inside.append(...facets.map((facet) => facet.element));
        if (ranges.length) inside.append(make("fieldset", { class: "vs-ranges" }, make("legend", {}, "Ranges"), ...ranges.map((range) => range.element)));
        controls = [...facets, ...ranges];
      }
      for (const control of controls) control.update();
    }
    const narrow = make("details", { class: "vs-narrow", ontoggle: refresh }, make("summary", {}, "Narrow by facet or range"), inside);
    const chips = make("ul", { class: "vs-plain vs-conditions", "aria-label": "Conditions" });
    const bar = make("div", { class: "vs-bar" }, search, count, compare, only, clear, share, columnControl(group), takeControl(FORMATS, (form) => FORMATS[form].write(group), group.name));
    return {
      element: make("div", { class: "vs-panel" }, bar, chips, group.facets.length + group.ranged.length ? narrow : ""),
      update(shown, total) {
        const { state } = group;
        if (document.activeElement !== search) search.value = state.find;
        const noun = total === 1 ? group.noun.replace(/s$/, "") : group.noun;
        count.textContent = shown === total ? `${total} ${noun}` : `${shown} of ${total} ${noun}`;
        clear.hidden = !group.isChanged();
        const methods = group.compared();
        compare.hidden = methods.length < 2 || methods.length > 4;
        compare.textContent = `Compare the ${methods.length} chosen`;
        compare.href = `${window.vitsurvey.root()}compare/${window.vitsurvey.onDisk() ? "index.html" : ""}?ids=${methods.join(",")}`;
        only.hidden = state.rows.size === 0;
        only.textContent = state.only ? "Show all again" : `Show only the ${state.rows.size} chosen`;
        const held = chips.contains(document.activeElement);
        chips.replaceChildren(...conditions(group));
        chips.hidden = !chips.childElementCount;
        if (held) (chips.querySelector("button") ?? search).focus();
        refresh();
      },
    };
  }

  Object.assign(window.vitsurvey, { panel, takeControl });
})();
