// What elements and headless sessions do with a session alike.

import { optionError, sellError } from "./errors.js";
import { warnOnce } from "./warn.js";

/** The name of a session that nobody named. */
export const USUAL_SESSION = "default";

/** What is known before anything is: the snapshot of a session that is not open. */
export const BOOTING = Object.freeze({
  status: "booting",
  info: null,
  error: null,
  grantedScopes: [],
  missingScopes: [],
  expiresAt: null,
  inspected: null,
  ended: null,
  revoking: false,
  popup: false,
  durability: "tab",
});

/**
 * Options as they were given. Only what was given itself counts: a script that lets strangers write to
 * `Object.prototype` must not decide what is asked for, nor where a token is sent.
 *
 * @template T
 * @param {T | null | undefined} options
 * @returns {T}
 */
export const own = (options) => ({ __proto__: null, ...options });

/** This page where it was when it was first asked for: a route of its own is no other redirect URI. */
let ownPage;

/**
 * What a session is set up with, by the names that the module knows. A page that names no redirect
 * URI is its own.
 *
 * @param {{ clientId?: string, redirectUri?: string, scope?: string, authBase?: string, apiBase?: string, storage?: string, warnBefore?: number }} given
 */
export const settingsOf = (given) => {
  const { clientId, redirectUri, scope, authBase, apiBase, storage, warnBefore } = own(given);
  return {
    client_id: clientId,
    redirect_uri: redirectUri || (ownPage ??= location.origin + location.pathname),
    scopes: scope,
    auth_base: authBase,
    api_base: apiBase,
    storage,
    warn_before: warnBefore,
  };
};

/**
 * Scopes as a list, from a list or from text with spaces between (RFC 6749 §3.3).
 *
 * @param {string | string[] | undefined} scopes
 * @param {string} [name] what they are given as
 * @returns {string[]}
 * @throws {SellError} `config_missing` where it is neither
 */
export const scopeList = (scopes, name = "scope") => {
  const list = [scopes ?? ""].flat();
  if (!list.every((scope) => typeof scope === "string")) throw optionError(name, "text, or a list of texts");
  return list.join(" ").split(" ").filter(Boolean);
};

/**
 * How a sign-in goes.
 *
 * @param {string | undefined} mode as asked for
 * @param {"redirect" | "popup"} usual how it goes where nothing, or nothing that exists, is asked for
 * @returns {"redirect" | "popup"}
 */
export const modeOf = (mode, usual) => {
  if (["redirect", "popup"].includes(mode)) return mode;
  if (mode) warnOnce("the mode of a sign-in must be redirect or popup. Used instead: " + usual + ".");
  return usual;
};

/**
 * What to ask for to have more: Sell issues a token for what is asked for, and nothing else.
 *
 * @param {{ grantedScopes: string[] }} snapshot
 * @param {string | string[] | undefined} usual what is asked for where nothing is held
 * @param {string | string[]} wanted
 * @returns {string[]}
 */
export const moreScopes = ({ grantedScopes }, usual, wanted) => {
  const before = grantedScopes.length > 0 ? grantedScopes : scopeList(usual);
  return [...new Set([...before, ...scopeList(wanted)])];
};

/**
 * The token itself, once the server was asked whose it is.
 *
 * @param {Session} session
 * @param {boolean} isExposed whether the page asked for it on purpose
 * @param {string} [why] what to say where it did not, instead of naming the attribute
 * @returns {Promise<string>}
 * @throws {SellError} `token_not_exposed`, `token_expired`
 */
export const readToken = async (session, isExposed, why) => {
  if (!isExposed) throw sellError("token_not_exposed", why);
  const token = await session.token();
  if (!token) throw sellError("token_expired");
  return token;
};
