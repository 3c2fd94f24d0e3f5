// The words that tell sample data from real ones, as long as there is any.

import { make } from "./markup.js";

const WORDS = "Sample data: nothing is sent to Sell";

/**
 * A bar along the lower edge, and as much room for it below the page: whatever is behind it can be
 * scrolled clear of it. A press goes through.
 */
const RULES = {
  ":host": ["all: initial", "display: block", "block-size: 26px", "color-scheme: inherit"],
  div: [
    "position: fixed",
    "inset: auto 0 0",
    "z-index: 2147483647",
    "box-sizing: border-box",
    "padding: 4px 8px",
    "border-block-start: 1px solid currentColor",
    "font: 600 12px/17px system-ui, sans-serif",
    "text-align: center",
    "color: CanvasText",
    "background: Canvas",
    "pointer-events: none",
  ],
};

/** Important, because a page may have rules of its own for such elements; system colours fit any page. */
const important = ([selector, rules]) => selector + " { " + rules.map((rule) => rule + " !important; ").join("") + "}";

const sheet = () => {
  const made = new CSSStyleSheet();
  made.replaceSync(Object.entries(RULES).map(important).join("\n"));
  return made;
};

/**
 * Shows the label.
 *
 * @returns {() => void} takes it away
 */
export const showLabel = () => {
  const label = document.createElement("aside");
  label.setAttribute("aria-label", "Sample data");
  label.lang = "en";
  const root = label.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = [sheet()];
  root.append(make("div", {}, WORDS));
  const show = () => document.body.append(label);
  if (document.body) show();
  else addEventListener("DOMContentLoaded", show, { once: true });
  return () => {
    removeEventListener("DOMContentLoaded", show);
    label.remove();
  };
};
