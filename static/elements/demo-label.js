// The words that tell sample data from real ones, as long as there is any.

const WORDS = "Sample data: nothing is sent to Sell";

/** Important, because a page may have rules of its own for such elements; system colours fit any page. */
const RULES = [
  "all: initial",
  "position: fixed",
  "inset-block-end: 8px",
  "inset-inline-end: 8px",
  "z-index: 2147483647",
  "box-sizing: border-box",
  "max-inline-size: calc(100% - 16px)",
  "padding: 4px 8px",
  "border: 1px solid currentColor",
  "border-radius: 4px",
  "font: 600 12px/1.4 system-ui, sans-serif",
  "color-scheme: inherit",
  "color: CanvasText",
  "background: Canvas",
  "pointer-events: none",
];

const sheet = () => {
  const made = new CSSStyleSheet();
  made.replaceSync(":host { " + RULES.map((rule) => rule + " !important; ").join("") + "}");
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
  root.append(WORDS);
  const show = () => document.body.append(label);
  if (document.body) show();
  else addEventListener("DOMContentLoaded", show, { once: true });
  return () => {
    removeEventListener("DOMContentLoaded", show);
    label.remove();
  };
};
