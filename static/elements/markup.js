// Small pieces of markup, made without text that could become markup.

/**
 * An element of a class, with attributes and children.
 *
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export const make = (name, attributes, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
};

/**
 * A button.
 *
 * @param {Record<string, string>} attributes
 * @param {(event: MouseEvent) => void} onPress
 * @param {...(Node | string)} children
 * @returns {HTMLButtonElement}
 */
export const pressable = (attributes, onPress, ...children) => {
  const made = make("button", { type: "button", ...attributes }, ...children);
  made.addEventListener("click", onPress);
  return made;
};

const SVG = "http://www.w3.org/2000/svg";
/** A cross in an octagon: the mark of a failure everywhere. */
const CROSS = "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM9 9l6 6M15 9l-6 6";

/** @returns {SVGElement} the mark of a failure, which the words beside it say again */
export const failureMark = () => {
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", CROSS);
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "sell-glyph");
  svg.setAttribute("aria-hidden", "true");
  svg.dataset.tone = "refused";
  svg.append(path);
  return svg;
};
