// Tokens of the pretend Sell. All that it has to know of a token later stands in it, so there is no list
// to lose between two pages; and no real token looks like one.

const PREFIX = "demo-";

/** @returns {boolean} whether a text is a token of a demo */
export const isDemoToken = (text) => text.startsWith(PREFIX);

/**
 * A token.
 *
 * @param {{ id: string, client: string, scopes: string[], issued: number, life: number | null, isRefused: boolean }} facts
 *   ASCII, times in seconds
 * @returns {string} of the characters that a token may have (RFC 6750 §2.1)
 */
export const mintToken = (facts) =>
  PREFIX + btoa(JSON.stringify(facts)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

/**
 * What stands in a token.
 *
 * @param {string} token
 * @returns {object | null} null for what is none of ours
 */
export const readToken = (token) => {
  if (!isDemoToken(token)) return null;
  try {
    return JSON.parse(atob(token.slice(PREFIX.length).replaceAll("-", "+").replaceAll("_", "/")));
  } catch {
    return null;
  }
};
