// Says what is not in the language that is registered, what does not fit, and which way it runs.

/** What no language changes: code, and what the page or a server wrote. */
const KEPT = "code, pre, q, .sell-token-mask [aria-hidden], .sell-tags, [data-fact=owner] dd";

const elements = () => [...document.querySelectorAll("sell-sign-in, sell-token, sell-scopes")];

const name = (node) => node.localName + "." + [...node.classList].join(".") + " " + node.textContent.trim().slice(0, 40);

/** The texts that elements show and say. */
const texts = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (data.trim() && !parentElement?.closest("style, " + KEPT)) found.push([parentElement, data.trim()]);
  }
  for (const node of root.querySelectorAll("[aria-label], [data-label], [title], [placeholder]")) {
    for (const attribute of ["aria-label", "data-label", "title", "placeholder"]) {
      const text = node.getAttribute(attribute);
      if (text) found.push([node, text]);
    }
  }
  return found;
};

/** Amounts come from the browser, which has its own fallback for a language that nobody speaks. */
const AMOUNT = /^[\d,]+ [a-z]+( \d+ [a-z]+)?$/;

/** Texts with a word of our letters that the language does not have. */
const untranslated = (tag, told) => {
  const found = [];
  for (const { shadowRoot } of elements()) {
    for (const [node, text] of texts(shadowRoot)) if (/[A-Za-z]{3}/.test(text) && !told.test(text) && !(tag === "en-XA" && AMOUNT.test(text))) found.push(name(node) + ": " + text);
  }
  return found;
};

/** What only screen readers meet is a pixel wide. */
const isSpoken = (node) => {
  for (let around = node; around; around = around.parentElement) if (around.getBoundingClientRect().width <= 1) return true;
  return false;
};

/** What reaches beyond the page, or holds more than it shows. */
const misfits = () => {
  const found = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) found.push("the page scrolls sideways: " + scrollWidth + " in " + clientWidth);
  for (const { shadowRoot } of elements()) {
    for (const node of shadowRoot.querySelectorAll("*")) {
      const box = node.getBoundingClientRect();
      if (isSpoken(node) || node.closest("pre, slot")) continue;
      if (box.left < -1 || box.right > clientWidth + 1) found.push(name(node) + " is outside of the page");
      const { overflowX } = getComputedStyle(node);
      if (overflowX !== "visible" && node.scrollWidth > node.clientWidth + 1) found.push(name(node) + " is cut off");
    }
  }
  return found;
};

/** Where the marks of the verdicts and the buttons of rows are: at the beginning, at the end. */
const sides = () => {
  const centre = (node) => {
    const { left, right } = node.getBoundingClientRect();
    return (left + right) / 2;
  };
  const pairs = elements().flatMap(({ shadowRoot }) => [
    ...[...shadowRoot.querySelectorAll(".sell-verdict")].map((row) => [row.querySelector(".sell-glyph"), row.querySelector(".sell-verdict-text")]),
    ...[...shadowRoot.querySelectorAll(".sell-call")].map((row) => [row.querySelector(".sell-call-name"), row.querySelector(".sell-call-action .sell-button")]),
  ]);
  return pairs.filter(([first, last]) => first && last).map(([first, last]) => centre(first) < centre(last));
};

return (() => {
  const [tag] = arguments;
  const told = tag === "en-XA" ? /\[.*\]/ : /[\u0627-\u064a]/;
  const count = elements().reduce((sum, { shadowRoot }) => sum + texts(shadowRoot).length, 0);
  return { count, untranslated: untranslated(tag, told), misfits: misfits(), sides: sides() };
})();
