// Which addresses are Sell's: those of the page's own elements, one that it names, and the usual one.

import { signInElements } from "./demo-elements.js";

const USUAL = "https://api.getbase.com";

/** What Sell has below its base; a relay on the page's own origin has the page's other paths beside it. */
const AT_SELL = /^\/(oauth2|v\d+)\//;
const ANYWHERE = /\/(oauth2|v\d+)\/.*/;

/** By what our own sign-ins are known, whoever is asked. */
const AUTHORIZE = /\/oauth2\/authorize$/;
const STATE = /^(popup\.)?[\w-]{43}$/;

const parsed = (text) => {
  try {
    return new URL(text, document.baseURI);
  } catch {
    return null;
  }
};

const below = (url, text) => {
  const base = parsed(text);
  const prefix = base?.pathname.replace(/\/+$/, "");
  return base && url.origin === base.origin && url.pathname.startsWith(prefix + "/") ? url.pathname.slice(prefix.length) : null;
};

/**
 * The path below the base of Sell.
 *
 * @param {string} address
 * @param {string | undefined} named a base beside those of the elements
 * @returns {string | null} null for what is not at Sell
 */
export const pathAtSell = (address, named) => {
  const url = parsed(address);
  if (!url || !ANYWHERE.test(url.pathname)) return null;
  const ofElements = signInElements().flatMap(({ authBase, apiBase }) => [authBase, apiBase]);
  const paths = [USUAL, named, ...ofElements].map((base) => base && below(url, base));
  return paths.find((path) => path && AT_SELL.test(path)) ?? null;
};

/** The same for a request that carries a token of a demo: wherever it goes, it must not get there. */
export const pathAnywhere = (address) => ANYWHERE.exec(parsed(address)?.pathname ?? "")?.[0] ?? "/";

/**
 * What an address asks of an authorization server (RFC 6749 §4.2.1).
 *
 * @param {string | URL} address
 * @returns {{ client: string, redirect: string, scopes: string[], state: string } | null} null for all
 *   that is no sign-in of ours
 */
export const authorizationIn = (address) => {
  const url = parsed(address);
  const one = (name) => url.searchParams.get(name) ?? "";
  if (!url || !AUTHORIZE.test(url.pathname) || one("response_type") !== "token" || !STATE.test(one("state"))) return null;
  return { client: one("client_id"), redirect: one("redirect_uri"), scopes: one("scope").split(" ").filter(Boolean), state: one("state") };
};
