// Puts other words into the elements, as another language would, and says what does not fit then.

const ACCENTS = { a: "á", e: "ê", i: "ï", o: "ø", u: "ü", y: "ÿ", A: "Å", E: "É", I: "Î", O: "Ö", U: "Û" };

/** Longer by two fifths, and accented: what English becomes elsewhere. */
const longer = (text) => {
  const accented = text.replace(/[aeiouyAEIOU]/g, (letter) => ACCENTS[letter]);
  const more = Math.ceil((text.trim().length * 2) / 5);
  return accented + " " + "løng ".repeat(Math.ceil(more / 5)).slice(0, more).trim();
};

/** Letters that run from right to left. */
const mirrored = (text) => text.replace(/[a-z]/gi, (letter) => String.fromCharCode(0x5d0 + (letter.charCodeAt(0) % 27)));

/** Texts that no language changes: code, and what the page or a server wrote. */
const KEPT = "code, pre, .sell-token-mask, .sell-spoken";

const texts = (root) => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    if (node.data.trim() && !node.parentElement?.closest(KEPT)) found.push(node);
  }
  return found;
};

const elements = () => [...document.querySelectorAll("sell-sign-in, sell-token, sell-scopes")];

const name = (node) => node.localName + "." + [...node.classList].join(".") + " " + node.textContent.trim().slice(0, 30);

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
  const [language] = arguments;
  const change = language === "longer" ? longer : mirrored;
  if (language === "mirrored") document.documentElement.dir = "rtl";
  let count = 0;
  for (const { shadowRoot } of elements()) {
    for (const node of texts(shadowRoot)) {
      node.data = change(node.data);
      count += 1;
    }
  }
  return { count, misfits: misfits(), sides: sides() };
})();
