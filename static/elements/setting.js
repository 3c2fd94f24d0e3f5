// The line of the page's markup that a setting which will not do stands in.

import { elements } from "./contract.js";

/** Where calls go when nobody says otherwise. */
export const USUAL_API = elements["sell-sign-in"].attributes.find(({ name }) => name === "api-base").default;

/**
 * The redirect URI as it could be: on this page's origin, with the path that was meant.
 *
 * @param {string | undefined} given
 * @returns {string}
 */
export const ownRedirect = (given) => {
  const usual = location.origin + "/callback.html";
  try {
    const { pathname, search } = new URL(given || usual, location.href);
    return pathname.startsWith("/") ? location.origin + pathname + search : usual;
  } catch {
    return usual;
  }
};

/** What each attribute could be. */
const EXAMPLES = {
  "client-id": () => "CLIENT_ID",
  scope: () => "read profile",
  "redirect-uri": ownRedirect,
  "auth-base": () => USUAL_API,
  "api-base": () => USUAL_API,
};

/** The line of the page that an attribute with this value stands in. */
export const lineWith = (attribute, value) => "<sell-sign-in " + attribute + '="' + value + '" …>';

/**
 * The line to change, with the attribute that is wrong as it could be.
 *
 * @param {SellError} error
 * @param {string} [redirectUri] as it was given
 * @returns {string | undefined} nothing where no attribute is wrong
 */
export const lineToChange = ({ kind, code }, redirectUri) => {
  const example = kind === "config_missing" && EXAMPLES[code];
  return example ? lineWith(code, example(redirectUri)) : undefined;
};
