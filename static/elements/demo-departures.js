// Sign-ins on their way to Sell are turned round: the window, or this tab, goes to the redirect page with
// the answer, as if Sell had sent it there. What is found there is judged as ever.

import { authorizationIn } from "./demo-places.js";
import { warnOnce } from "./warn.js";

const CHANNEL = "sell-elements:popup:";

/** @returns {URL | null} the redirect page with the answer; null where it belongs to somebody else */
const landing = (asked, sell) => {
  const goal = new URL(asked.redirect);
  if (goal.origin !== location.origin) {
    warnOnce("the demo answers on this origin only: redirect-uri must begin with " + location.origin + ".");
    return null;
  }
  goal.hash = sell.authorize(asked, null);
  return goal;
};

/** Goes there by a load of its own; a change of the fragment alone is none. */
const goTo = (goal) => {
  if (goal.pathname + goal.search !== location.pathname + location.search) return location.assign(goal);
  history.pushState(null, "", goal);
  location.reload();
};

/** Stands for a window that nobody sees: its answer comes by the channel. */
const unseenWindow = (asked, sell, beginning) => {
  const hash = "#" + sell.authorize(asked, beginning);
  const channel = new BroadcastChannel(CHANNEL + asked.state);
  queueMicrotask(() => {
    // Whoever opened the window listens by now.
    channel.postMessage({ type: "sell-elements:answer", state: asked.state, hash, search: "" });
    channel.close();
  });
  return { closed: false, focus() {}, close() {}, postMessage() {} };
};

/**
 * Turns sign-in windows round.
 *
 * @param {PretendSell} sell
 * @param {{ beginning: { warnBefore: number } | null }} doorway `beginning` while nobody shall see it
 * @returns {() => void} puts `open` back
 */
export const turnWindows = (sell, doorway) => {
  const original = globalThis.open;
  let isOn = true;
  const open = (...given) => {
    const asked = isOn && given.length > 0 ? authorizationIn(given[0]) : null;
    if (!asked) return Reflect.apply(original, globalThis, given);
    if (doorway.beginning) return unseenWindow(asked, sell, doorway.beginning);
    const goal = landing(asked, sell);
    return goal && Reflect.apply(original, globalThis, [goal.href, ...given.slice(1)]);
  };
  globalThis.open = open;
  return () => {
    isOn = false;
    if (globalThis.open === open) globalThis.open = original;
  };
};

const turnNavigations = (sell) => {
  const leaving = (event) => {
    const asked = authorizationIn(event.destination.url);
    if (!asked) return;
    event.preventDefault();
    const goal = landing(asked, sell);
    // Not from within the navigation that is being given up.
    if (goal) setTimeout(goTo, 0, goal);
  };
  navigation.addEventListener("navigate", leaving);
  return () => navigation.removeEventListener("navigate", leaving);
};

/** Where a page cannot stop a navigation, none may begin. */
const forbidRedirects = () => {
  const heard = (event) => {
    if (event.detail.mode !== "redirect") return;
    event.preventDefault();
    warnOnce('this browser lets no page turn a redirect round, so the demo signs in by a window only: set mode="popup".');
  };
  addEventListener("sell-before-sign-in", heard);
  return () => removeEventListener("sell-before-sign-in", heard);
};

/**
 * Turns sign-ins by redirect round.
 *
 * @param {PretendSell} sell
 * @returns {() => void} lets them go where they will
 */
export const turnRedirects = (sell) => (globalThis.navigation ? turnNavigations(sell) : forbidRedirects());
