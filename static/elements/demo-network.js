// Requests to Sell, and those with a token of a demo to anywhere, are answered here. All others pass.

import { pathAnywhere, pathAtSell } from "./demo-places.js";
import { isDemoToken } from "./demo-token.js";

const addressOf = (input) => (input instanceof Request ? input.url : String(input));

const carriesDemoToken = (input, init) => {
  const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
  const [scheme, token = ""] = (headers.get("authorization") ?? "").split(" ");
  return scheme.toLowerCase() === "bearer" && isDemoToken(token);
};

/** A revocation has the token in its body. */
const isRevocation = (address) => address.endsWith("/oauth2/revoke");

const revokesDemoToken = async (input, init) => {
  const form = await new Request(input instanceof Request ? input.clone() : input, init).text();
  return isDemoToken(new URLSearchParams(form).get("token") ?? "");
};

/**
 * Puts the pretend Sell into the place of the network.
 *
 * @param {PretendSell} sell
 * @param {string | undefined} base of the API, beside those of the elements
 * @returns {() => void} puts `fetch` back
 */
export const interceptFetch = (sell, base) => {
  const original = globalThis.fetch;
  let isOn = true;
  const fetch = async (...given) => {
    if (!isOn) return Reflect.apply(original, globalThis, given);
    const address = addressOf(given[0]);
    const atSell = pathAtSell(address, base);
    if (atSell) return sell.answer(new Request(...given), atSell);
    const isOurs = carriesDemoToken(...given) || (isRevocation(address) && (await revokesDemoToken(...given)));
    if (isOurs) return sell.answer(new Request(...given), pathAnywhere(address));
    return Reflect.apply(original, globalThis, given);
  };
  globalThis.fetch = fetch;
  return () => {
    // Somebody else may have wrapped it since: theirs stays, and ours lets everything pass.
    isOn = false;
    if (globalThis.fetch === fetch) globalThis.fetch = original;
  };
};

/**
 * Has the browser say that there is no connection.
 *
 * @returns {() => void} lets it say what is so again
 */
export const pretendOffline = () => {
  Object.defineProperty(navigator, "onLine", { configurable: true, value: false });
  return () => void delete navigator.onLine;
};
