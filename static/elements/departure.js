// Beginning a sign-in from an element: the page is asked first, then the session.

import { framed } from "./frame.js";
import { quietly } from "./errors.js";
import { modeOf, moreScopes, own, scopeList } from "./session.js";

/**
 * Sends the person to Sell. Called within a click, a window can be opened.
 *
 * @param {Core} core the element it begins at
 * @param {{ scope?: string | string[], mode?: "redirect" | "popup" }} options
 * @returns {Promise<"completed" | "blocked" | "cancelled" | "timed-out">} `cancelled` also when the
 *   page prevented `sell-before-sign-in`
 * @throws {SellError}
 */
export const depart = async (core, { scope, mode = core.way }) => {
  const given = scopeList(scope);
  const scopes = given.length ? given : scopeList(core.scope);
  core.way = mode;
  // A frame is never sent to the authorization server, nor is a page that would lose the token.
  const inMemory = [core.settings?.storage, core.snapshot.durability].includes("memory");
  const may = core.fire("before-sign-in", { scopes, mode: framed() || inMemory ? "popup" : mode });
  if (!may) return "cancelled";
  return core.call((session) => session.signIn(scopes.join(" ") || undefined, mode));
};

/**
 * Asks for scopes beside those that are held, by the way of the session's last sign-in.
 *
 * @param {Core} core
 * @param {string | string[]} scopes
 * @param {{ mode?: "redirect" | "popup" }} [options]
 * @returns {Promise<"completed" | "blocked" | "cancelled" | "timed-out">}
 * @throws {SellError}
 */
export const departForMore = async (core, scopes, options) =>
  depart(core, { scope: moreScopes(core.snapshot, core.settings?.scopes, scopes), mode: modeOf(own(options).mode, core.way) });

/**
 * What a panel asks for. It knows the scopes that its session was set up with; those that the element
 * has come to name since are the element's to say.
 *
 * @param {Core} core
 * @param {string[]} [scopes]
 * @returns {string[] | undefined}
 */
export const wished = (core, scopes) => (scopes?.join(" ") === core.scopes ? undefined : scopes);

/**
 * What panels of elements that set no session up ask for: it is done as their session was set up.
 * What goes wrong their session shows.
 *
 * @param {Core} core
 */
export const departures = (core) => {
  const leave = (scope, mode) => quietly(depart(core, { scope: wished(core, scope), mode }));
  return {
    "sign-in": (scopes) => leave(scopes),
    "use-this-tab": (scopes) => leave(scopes, "redirect"),
    "cancel-sign-in": () => core.callNow((session) => session.cancelSignIn()),
  };
};
