// A failure that leaves no panel to show it.

import { failureMark, make, pressable } from "./markup.js";

/**
 * The notice of a failure: what happened, why, what to do, one button.
 *
 * @param {SellError} error
 * @param {string} [line] the line to change
 * @param {{ name: string, press: () => void }} [action] the button that does it
 * @returns {HTMLElement}
 */
export const problemNotice = ({ kind, title, why, todo }, line, action) => {
  const words = [make("p", { class: "sell-notice-title" }, title), make("p", {}, why), make("p", {}, todo)];
  const body = make("div", { class: "sell-notice-body" }, ...words);
  if (line) body.append(make("p", {}, make("code", {}, line)));
  if (action) {
    const button = pressable({ class: "sell-button" }, action.press, action.name);
    body.append(make("div", { class: "sell-actions" }, button));
  }
  const notice = make("section", { class: "sell-notice", role: "alert" }, failureMark(), body);
  notice.dataset.tone = "refused";
  notice.dataset.problem = kind;
  return notice;
};

/**
 * What stands in the other elements of the session: what happened, and nothing to press.
 *
 * @param {SellError} error
 * @param {HTMLElement} [way] what would sign in
 * @returns {HTMLElement}
 */
export const quietNotice = ({ title }, way) => {
  const words = make("p", { class: "sell-hint" }, title + ".");
  if (!way) return make("div", { class: "sell-stack" }, make("slot", { name: "header" }), make("slot", { name: "empty" }, words));
  way.querySelector("button").disabled = true;
  way.append(words);
  return way;
};
