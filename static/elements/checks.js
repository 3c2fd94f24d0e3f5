// The setup check: what a page has to be for sign-in to work, each with the exact line to change.

import { framed, sandboxTokens } from "./frame.js";
import { forbidsConnection, forbidsWasm, missingHash, ownHeaders, policiesOf, suggestedPolicy, widened } from "./policy.js";
import { USUAL_API, lineToChange, lineWith, ownRedirect } from "./setting.js";

/** The door that the capture script leaves open once it has run. */
const CAPTURE = Symbol.for("sell-elements.capture");

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
  const fix = '<head><script src="/sell-elements/capture.js"></script>';
  const isFirst = Boolean(window[CAPTURE]) && /(^|\/)capture\.js$/.test(new URL(first?.src || "x:").pathname);
  return verdict("capture-first", isFirst, found, fix);
};

const redirectOrigin = (redirect) => {
  const ours = redirect.origin === location.origin;
  return verdict("redirect-uri", ours && !redirect.hash, redirect.href, redirectFix(redirect.href));
};

const redirectFix = (given) => lineWith("redirect-uri", ownRedirect(given));

/**
 * What stops the script of a redirect page: our own, which takes the answer. A policy that does leaves
 * the token in the address.
 */
const hindrance = async (response) => {
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const script = [...page.scripts].find(({ text }) => text.includes("sellElementsLeave"));
  if (!script || !crypto.subtle) return undefined;
  for (const policy of policiesOf(response.headers, page)) {
    const hash = await missingHash(policy, script);
    if (hash || forbidsWasm(policy)) return { policy, fix: widened(policy, [hash, "'wasm-unsafe-eval'"].filter(Boolean)) };
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
    const stop = response.status === 200 && (await hindrance(response));
    if (stop) return verdict(id, false, "Its policy stops its script: " + stop.policy, "Content-Security-Policy of " + redirect.pathname + ": " + stop.fix);
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
  if (api) checks.push(policy(policiesOf(headers, document), api.origin));
  if (redirect) checks.push(captureFirst(redirect), redirectOrigin(redirect), await redirectPage(redirect));
  else checks.push(verdict("redirect-uri", false, redirectUri, redirectFix(redirectUri)));
  if (api) checks.push(await apiReadable(api.origin));
  else checks.push(verdict("api-readable", false, apiBase, lineWith("api-base", USUAL_API)));
  return checks;
};
