// vitsurvey: small pieces of a page that the other scripts share. Loaded first.
"use strict";
window.vitsurvey = (() => {
  /** A new element: attributes (on… are listeners; false and null are left out) and children. */
  function make(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children);
    return element;
  }

  /** What leads from this page to the site's root. */
  const root = () => document.querySelector("link[rel=stylesheet][href*='assets/survey/']").getAttribute("href").replace(/assets\/survey\/.*$/, "");

  /** Whether the site is read from disk, where a folder has to be named by its index.html. */
  const onDisk = () => location.pathname.endsWith(".html");

  /** This page's address with another query. */
  function address(query) {
    const text = query.toString().replace(/%2C/g, ",");
    return location.pathname + (text ? `?${text}` : "") + location.hash;
  }

  /** Load a script that hands its data to a function of that name. Scripts, because a page on disk may fetch nothing. */
  const load = (name, source) => new Promise((resolve, reject) => {
    window[name] = resolve;
    document.head.append(make("script", { src: source, onerror: () => reject(new Error(source)) }));
  });

  let entries = null;
  /** The BibTeX entries of some citation keys, in alphabetical order. */
  async function bibtex(keys) {
    entries ??= await load("vitsurveyEntries", `${root()}exports/entries.js`);
    return [...new Set(keys)].filter((key) => key in entries).sort().map((key) => entries[key]).join("\n");
  }

  /** Copy a text and say so on the button that asked for it. */
  async function copy(text, button) {
    const label = button.textContent;
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Not allowed here";
    }
    setTimeout(() => { button.textContent = label; }, 1500);
  }

  /** Let the reader keep a text as a file. */
  function save(text, name) {
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  return { make, root, onDisk, address, load, bibtex, copy, save };
})();
