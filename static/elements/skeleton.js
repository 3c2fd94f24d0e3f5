// What stands in an element until its panel does: of the final size, with the page's own words.

import { make, pressable } from "./markup.js";

const slot = (name, ...fallback) => make("slot", name ? { name } : {}, ...fallback);

/**
 * The button of a sign-in element. It takes a click already.
 *
 * @param {{ label: string, disabled: boolean, size: string }} options
 * @param {() => void} onPress
 * @returns {HTMLElement}
 */
export const buttonSkeleton = ({ label, disabled, size }, onPress) => {
  const words = make("span", {}, slot("", label || "Sign in to Sell"));
  const button = pressable(
    { class: "sell-button sell-button-primary", "data-size": size },
    onPress,
    slot("icon"),
    words,
  );
  button.disabled = disabled;
  return make("div", { class: "sell-sign-in-element" }, button, slot("note"));
};

/**
 * Lines where a panel will be.
 *
 * @returns {HTMLElement}
 */
export const linesSkeleton = () => {
  const line = () => make("div", { class: "sell-skeleton-line" });
  const spoken = make("span", { class: "sell-spoken", role: "status" }, "Loading");
  const verdict = make("div", { class: "sell-skeleton-verdict" });
  const lines = make("div", { class: "sell-skeleton" }, spoken, verdict, line(), line(), line());
  return make("div", {}, slot("header"), lines);
};
