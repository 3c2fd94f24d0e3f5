// What stands in an element until its panel does: of the final size, with the page's own words.

import { make, pressable } from "./markup.js";
import { keepsRecord } from "./record.js";
import { USUAL_SESSION } from "./session.js";
import { hasContent } from "./slotted.js";

const slot = (name, ...fallback) => make("slot", name ? { name } : {}, ...fallback);

/**
 * Whether this tab keeps a token for the session, and the page has an element that takes it up. The name
 * of its record tells; the record, which holds the token, stays unread.
 */
const keepsToken = (session) => {
  try {
    return document.querySelector("sell-sign-in") && keepsRecord(session || USUAL_SESSION);
  } catch {
    return false;
  }
};

/** Shapes that are read out as one word. `as` names what stands there later, where it is high. */
const shapes = (core, as, ...names) => {
  const spoken = make("span", { class: "sell-spoken", role: "status" }, core.say("Loading"));
  const drawn = names.map((name) => make("div", { class: "sell-skeleton-" + name }));
  return make("div", { class: "sell-skeleton", "data-as": as }, spoken, ...drawn);
};

/** What a panel of this name shows of the session: a verdict and more, or one line that says there is none. */
const ofSession = (core, name, session) =>
  keepsToken(session) ? shapes(core, name, "verdict", "line", "line", "line") : shapes(core, "hint", "line");

/**
 * The button of a sign-in element. It takes a click already. Where somebody is signed in already, no
 * button says otherwise for a moment.
 *
 * @param {Core} core
 * @param {() => void} onPress
 * @returns {HTMLElement}
 */
export const buttonSkeleton = (core, onPress) => {
  const { label, disabled, session, size, variant } = core.element;
  if (keepsToken(session)) return make("div", {}, shapes(core, variant, "line"));
  const words = make("span", { class: "sell-label" }, slot(""), hasContent(core.element) ? "" : label || core.say("Sign in to Sell"));
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
 * The shapes of a token, and of the form for another.
 *
 * @param {Core} core
 * @returns {HTMLElement}
 */
export const tokenSkeleton = (core) => {
  const { session, source } = core.element;
  const screen = make("div", { class: keepsToken(session) ? "sell-screen" : "sell-stack" });
  if (source !== "paste") screen.append(ofSession(core, "token", session));
  if (source !== "session") screen.append(make("div", { class: "sell-skeleton sell-panel-raised sell-skeleton-form" }));
  return make("div", { class: "sell-stack" }, slot("header"), screen);
};

/**
 * The shapes of a table of calls.
 *
 * @param {Core} core
 * @returns {HTMLElement}
 */
export const callsSkeleton = (core) =>
  make("div", { class: "sell-stack" }, slot("header"), ofSession(core, "calls", core.element.session));
