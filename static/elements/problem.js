// A failure that leaves no panel to show it: what happened, why, what to do, one button.

import { failureMark, make, pressable } from "./markup.js";

/**
 * The notice of a failure.
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
