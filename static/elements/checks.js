// The setup check: what a page has to be for sign-in to work, each with the exact line to change.

import { framed, sandboxTokens } from "./frame.js";
import { ownHeaders, ownPolicy, forbidsConnection, forbidsWasm, suggestedPolicy } from "./policy.js";

/** The door that the capture script leaves open once it has run. */
const CAPTURE = Symbol.for("sell-elements.capture");

const verdict = (id, ok, found, fix) => ({ id, ok, found, ...(ok !== true && fix && { fix }) });

const secureContext = () =>
  verdict("secure-context", isSecureContext, location.origin, "Open https://" + location.host + location.pathname);

const storage = () => {
  const key = "sell-elements:check";
  const fix = "Allow site data for " + location.origin + " in the browser's settings; until then a reload signs out.";
  try {
    sessionStorage.setItem(key, "1");
    sessionStorage.removeItem(key);
    return verdict("storage", true, "sessionStorage keeps what it is given");
  } catch (error) {
    return verdict("storage", false, "sessionStorage throws " + error.name, fix);
  }
};

const framing = () =>
  framed()
    ? verdict("framing", null, "This page sits in a frame: sign-in opens a window.", '<iframe sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox">')
    : verdict("framing", true, "This page is at the top level.");

const popup = (headers) => {
  const tokens = sandboxTokens();
  if (tokens && !tokens.includes("allow-popups")) {
    return verdict("popup", false, 'sandbox="' + tokens.join(" ") + '"', 'sandbox="' + [...tokens, "allow-popups"].join(" ") + '"');
  }
  const policy = headers?.get("cross-origin-opener-policy") ?? "";
  if (policy.startsWith("same-origin") && policy !== "same-origin-allow-popups") {
    return verdict("popup", null, "Cross-Origin-Opener-Policy: " + policy, "Cross-Origin-Opener-Policy: same-origin-allow-popups");
  }
  if (framed()) return verdict("popup", null, "Only a click shows whether the frame allows windows.", 'sandbox="… allow-popups"');
  return verdict("popup", true, "Nothing found that forbids windows.");
};

const policy = (policies, apiBase) => {
  const broken = policies.find((text) => forbidsWasm(text) || forbidsConnection(text, apiBase));
  if (broken !== undefined) return verdict("csp", false, broken, suggestedPolicy(apiBase));
  const found = policies.length > 0 ? policies.join(", ") : "no policy in sight";
  return verdict("csp", true, found);
};

const isOwnPage = (redirect) => redirect.origin === location.origin && redirect.pathname === location.pathname;

const captureFirst = (redirect) => {
  if (!isOwnPage(redirect)) return verdict("capture-first", true, "Answers come to " + redirect.pathname + ".");
  const first = document.scripts[0];
  const found = first?.src ? "First script: " + new URL(first.src).pathname : "The first script is inline.";
  const fix = '<script src="/sell-elements/capture.js"></script> as the first script in <head>';
  const isFirst = Boolean(window[CAPTURE]) && /(^|\/)capture\.js$/.test(new URL(first?.src || "x:").pathname);
  return verdict("capture-first", isFirst, found, fix);
};

const redirectOrigin = (redirect) => {
  const ours = redirect.origin === location.origin;
  return verdict("redirect-uri", ours && !redirect.hash, redirect.href, 'redirect-uri="' + location.origin + '/callback.html"');
};

/** Asks for the redirect page as a browser that comes back would: as it is, without going on. */
const redirectPage = async (redirect) => {
  const id = "redirect-page";
  const fix = "Upload callback.html, so that " + redirect.origin + redirect.pathname + " answers 200 itself.";
  if (redirect.origin !== location.origin) return verdict(id, null, "A page of another origin cannot be looked at.", fix);
  try {
    const response = await fetch(redirect.origin + redirect.pathname, { redirect: "manual", cache: "no-store", referrerPolicy: "no-referrer" });
    if (response.type === "opaqueredirect") return verdict(id, false, "It redirects, and a redirect may lose the answer.", fix);
    return verdict(id, response.status === 200, "Status " + response.status, fix);
  } catch {
    return verdict(id, null, "It could not be asked for: connect-src needs 'self', or there is no connection.", fix);
  }
};

/** Without a token Sell answers 401. That the page can read it is what counts. */
const apiReadable = async (apiBase) => {
  const id = "api-readable";
  const fix = "connect-src 'self' " + apiBase + "; or serve a relay on your own origin and set api-base to it.";
  try {
    const options = { credentials: "omit", referrerPolicy: "no-referrer", redirect: "error", cache: "no-store" };
    const response = await fetch(new URL("/oauth2/token/info", apiBase), options);
    return verdict(id, true, "Status " + response.status + " without a token.");
  } catch {
    const found = navigator.onLine ? "The browser hid the answer: a policy, no connection, or Sell does not allow this origin." : "This device is offline.";
    return verdict(id, navigator.onLine ? false : null, found, fix);
  }
};

const addressOf = (text, otherwise) => {
  try {
    return new URL(text || otherwise);
  } catch {
    return null;
  }
};

/**
 * Looks at the setup of this page.
 *
 * @param {{ redirectUri: string, apiBase: string }} settings as the element has them
 * @returns {Promise<Check[]>} in reading order
 */
export const setupChecks = async ({ redirectUri, apiBase }) => {
  const redirect = addressOf(redirectUri, location.origin + location.pathname);
  const api = addressOf(apiBase);
  const headers = await ownHeaders();
  const checks = [secureContext(), storage(), framing(), popup(headers)];
  if (api) checks.push(policy(ownPolicy(headers), api.origin));
  if (redirect) checks.push(captureFirst(redirect), redirectOrigin(redirect), await redirectPage(redirect));
  else checks.push(verdict("redirect-uri", false, redirectUri, 'redirect-uri="' + location.origin + '/callback.html"'));
  if (api) checks.push(await apiReadable(api.origin));
  else checks.push(verdict("api-readable", false, apiBase, 'api-base="https://api.getbase.com"'));
  return checks;
};
