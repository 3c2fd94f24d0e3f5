// The setup check: what a page has to be for sign-in to work, each with the exact line to change.

import { framed, sandboxTokens } from "./frame.js";
import { forbidsConnection, forbidsWasm, missingHash, ownHeaders, policiesOf, widened, writtenHere, writtenIn } from "./policy.js";
import { USUAL_API, lineToChange, lineWith, ownRedirect } from "./setting.js";

/** The door that the capture script leaves open once it has run. */
const CAPTURE = Symbol.for("sell-elements.capture");

/** What lets WebAssembly run. */
const WASM = "'wasm-unsafe-eval'";

const verdict = (id, ok, found, fix) => ({ id, ok, found, ...(ok !== true && fix && { fix }) });

/** Milliseconds that the module may take to say what it makes of the settings. */
const PATIENCE = 3000;

/** The module has the last word on the settings. Where there is none, nobody can tell. */
const settings = async (element) => {
  const id = "settings";
  if (!element.isConnected) return verdict(id, null, "The element is not in the page.", "document.body.append(element)");
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE, { title: "The WebAssembly has not arrived" }));
  const error = await Promise.race([element.ready.catch((thrown) => thrown), late]);
  if (!error) return verdict(id, true, "They can be used.");
  if (error.kind !== "config_missing") return verdict(id, null, error.title, error.todo);
  return verdict(id, false, error.why, lineToChange(error, element.redirectUri) ?? error.todo);
};

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

/** A policy with the least added that the elements need; the policy itself where they need nothing. */
const mended = (policy, apiBase) => {
  const run = forbidsWasm(policy) ? widened(policy, "script-src", [WASM]) : policy;
  return forbidsConnection(run, apiBase) ? widened(run, "connect-src", [apiBase]) : run;
};

const policy = (headers, apiBase) => {
  const policies = policiesOf(headers, writtenHere());
  const broken = policies.find((text) => mended(text, apiBase) !== text);
  if (broken !== undefined) return verdict("csp", false, broken, mended(broken, apiBase));
  if (!headers) return verdict("csp", null, "Its own headers could not be read.", "connect-src 'self' " + apiBase);
  const found = policies.length > 0 ? policies.join(", ") : "no policy in sight";
  return verdict("csp", true, found);
};

const isOwnPage = (redirect) => redirect.origin === location.origin && redirect.pathname === location.pathname;

/** What a page needs that is its own redirect page. */
const TAKER = '<head><script src="/sell-elements/capture.js"></script>';

const captureFirst = (redirect) => {
  if (!isOwnPage(redirect)) return verdict("capture-first", true, "Answers come to " + redirect.pathname + ".");
  const first = document.scripts[0];
  const found = first?.src ? "First script: " + new URL(first.src).pathname : "The first script is inline.";
  const isFirst = Boolean(window[CAPTURE]) && /(^|\/)capture\.js$/.test(new URL(first?.src || "x:").pathname);
  return verdict("capture-first", isFirst, found, TAKER);
};

const redirectOrigin = (redirect) => {
  const ours = redirect.origin === location.origin;
  return verdict("redirect-uri", ours && !redirect.hash, redirect.href, redirectFix(redirect.href));
};

const redirectFix = (given) => lineWith("redirect-uri", ownRedirect(given));

/** The script of a redirect page that takes the answer: written into callback.html, or capture.js. */
const takerOf = (markup) => {
  const scripts = [...markup.matchAll(/<script\b([^>]*)>(.*?)<\/script/gis)];
  const taker = scripts.find(([, tag, text]) => text.includes("sellElementsLeave") || /\bsrc=\S*\bcapture\.js\b/i.test(tag));
  return taker && { text: taker[2], nonce: /\bnonce="?([^"\s]+)/i.exec(taker[1])?.[1] };
};

/** What stops that script. A policy that does leaves the token in the address. */
const hindrance = async (taker, policies) => {
  for (const policy of crypto.subtle ? policies : []) {
    const hash = taker.text && (await missingHash(policy, taker));
    if (hash || forbidsWasm(policy)) return { policy, fix: widened(policy, "script-src", [hash, WASM].filter(Boolean)) };
  }
  return undefined;
};

/** Asks for the redirect page as a browser that comes back would: as it is, without going on. */
const redirectPage = async (redirect) => {
  const id = "redirect-page";
  const fix = "Upload callback.html, so that " + redirect.origin + redirect.pathname + " answers 200 itself.";
  if (redirect.origin !== location.origin) return verdict(id, null, "A page of another origin cannot be looked at.", fix);
  try {
    const response = await fetch(redirect.origin + redirect.pathname, { redirect: "manual", cache: "no-store", referrerPolicy: "no-referrer" });
    if (response.type === "opaqueredirect") return verdict(id, false, "It redirects, and a redirect may lose the answer.", fix);
    if (response.status !== 200) return verdict(id, false, "Status " + response.status, fix);
    const markup = await response.text();
    const taker = takerOf(markup);
    if (!taker && isOwnPage(redirect)) return verdict(id, false, "Nothing in this page takes the answer.", TAKER);
    if (!taker) return verdict(id, false, "Another page answers there.", fix);
    const stop = await hindrance(taker, policiesOf(response.headers, writtenIn(markup)));
    if (stop) return verdict(id, false, "Its policy stops its script: " + stop.policy, "Content-Security-Policy of " + redirect.pathname + ": " + stop.fix);
    return verdict(id, true, "It takes the answer.");
  } catch {
    return verdict(id, null, "It could not be asked for: connect-src needs 'self', or there is no connection.", fix);
  }
};

/** Without a token Sell answers 401. That the page can read it is what counts. Where the page's own
 * policy allows it, it is the server that does not. */
const apiReadable = async (apiBase, isAllowed) => {
  const id = "api-readable";
  const relay = "serve a relay on your own origin and set api-base to it.";
  const fix = isAllowed ? "Have " + apiBase + " allow " + location.origin + ", or " + relay : "connect-src 'self' " + apiBase + "; or " + relay;
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
    const address = new URL(text || otherwise);
    return /^https?:$/.test(address.protocol) ? address : null;
  } catch {
    return null;
  }
};

/**
 * Looks at the setup of this page.
 *
 * @param {SellSignIn} element
 * @returns {Promise<Check[]>} in reading order
 */
export const setupChecks = async (element) => {
  const { redirectUri, apiBase } = element;
  const redirect = addressOf(redirectUri, location.origin + location.pathname);
  const api = addressOf(apiBase);
  const headers = await ownHeaders();
  const checks = [await settings(element), secureContext(), storage(), framing(), popup(headers)];
  const rules = api && policy(headers, api.origin);
  if (rules) checks.push(rules);
  if (redirect) checks.push(captureFirst(redirect), redirectOrigin(redirect), await redirectPage(redirect));
  else checks.push(verdict("redirect-uri", false, redirectUri, redirectFix(redirectUri)));
  if (api) checks.push(await apiReadable(api.origin, rules.ok));
  else checks.push(verdict("api-readable", false, apiBase, lineWith("api-base", USUAL_API)));
  return checks;
};
