// The parts of a shadow tree that a page may style, named after each drawing. The panels know nothing
// of them: in the app, which is made of the same views, they would be weight without use.

/** What decides where a part is, beside elements that come and go. */
const WATCHED = { subtree: true, childList: true, attributes: true, attributeFilter: ["class", "data-tone"] };

const scopesOf = (cell) => new Map([...cell.querySelectorAll(".sell-tag")].map((tag) => [tag.textContent, tag]));

/** Marks the scopes that are in one cell and not in the other. */
const mark = (some, others, difference) => {
  for (const [scope, tag] of some) {
    if (others.has(scope)) delete tag.dataset.differs;
    else tag.dataset.differs = difference;
  }
};

/** Where a row has scopes both as asked for and as granted, marks those in which the two differ. */
const markDifferences = (row) => {
  const [asked, , granted] = row.querySelectorAll("td[data-label]");
  if (!asked?.querySelector(".sell-tags") || !granted?.querySelector(".sell-tags")) return;
  const [before, after] = [asked, granted].map(scopesOf);
  mark(before, after, "missing");
  mark(after, before, "extra");
};

/**
 * Gives whatever is drawn into a shadow root the names of its parts, before it is seen.
 *
 * @param {ShadowRoot} root
 * @param {Record<string, string>} parts where each part is, as a selector
 */
export const nameParts = (root, parts) => {
  let named = new Map();
  const name = () => {
    for (const row of root.querySelectorAll(".sell-passport-fact")) markDifferences(row);
    const found = new Map();
    for (const [part, selector] of Object.entries(parts)) {
      for (const element of root.querySelectorAll(selector)) found.set(element, [...(found.get(element) ?? []), part]);
    }
    for (const element of named.keys()) if (!found.has(element)) element.removeAttribute("part");
    for (const [element, names] of found) {
      const text = names.join(" ");
      if (element.getAttribute("part") !== text) element.setAttribute("part", text);
    }
    named = found;
  };
  new MutationObserver(name).observe(root, WATCHED);
};
