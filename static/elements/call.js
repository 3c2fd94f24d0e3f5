// One API call, and what its answer says about the scopes.

import { untilAborted } from "./body.js";
import { isRead } from "./call-spec.js";
import { asSellError } from "./errors.js";

/** Nothing that can be read came: that is a result. Other errors say that nothing was asked. */
const UNANSWERED = ["unreadable", "offline", "timeout"];
/** Seconds to wait after "too many calls" where the browser hides Sell's own word on it. */
const UNSAID_PAUSE = 30;
/** The longest body, in characters, that is kept to be shown. */
const LONGEST = 65536;

/** Why there is no answer to a call that was stopped on its way. */
export const givenUp = () =>
  asSellError({
    kind: "unreadable",
    code: "aborted",
    title: "The call was given up",
    why: "It was stopped.",
    todo: "Run it again when it is wanted.",
    retryable: true,
  });

/** What is known of an answer, in the order in which the module judges it. */
const ask = async (core, { method, path, body }, signal) => {
  const began = performance.now();
  const ms = () => Math.round(performance.now() - began);
  try {
    const init = { method, body, signal, atOnce: true };
    const response = await untilAborted(signal, core.call((session) => session.request(path, init)));
    const text = await response.text();
    return [response.status, text.length > LONGEST ? "" : text, parseInt(response.headers.get("retry-after"), 10), ms()];
  } catch (error) {
    if (signal.aborted || !UNANSWERED.includes(error?.kind)) throw error;
    return [0, error.kind, Math.round(ms() / 1000), ms()];
  }
};

/**
 * Makes one call. One that Sell is too busy for is made again after a pause.
 *
 * @param {Core} core
 * @param {CallSpec} spec its body as JSON text
 * @param {AbortSignal} signal its reason is thrown where it is aborted on its way
 * @param {(seconds: number) => Promise<boolean>} wait makes the pause, and says whether to go on
 * @returns {Promise<object>} what the module makes of the answer: the members of a `CallResult` that the
 *   answer decides, and what it takes to show it
 * @throws {SellError} where nothing was asked: signed out, no path
 */
export const makeCall = async (core, spec, signal, wait) => {
  const once = async () => {
    const answer = await ask(core, spec, signal);
    return core.call((session) => session.judge(...answer));
  };
  const first = await once();
  const isBusy = first.verdict === "rate-limited" && isRead(spec.method);
  return isBusy && (await wait(first.seconds ?? UNSAID_PAUSE)) ? once() : first;
};

/** What the scopes make us expect: `granted` is what Sell says the token may do, null where it did not. */
const expectation = ({ needs }, granted) => {
  if (!granted) return "unknown";
  return needs.some((all) => all.every((scope) => granted.includes(scope))) ? "allowed" : "denied";
};

/** Whether the measured bears the expected out; null where it tells nothing about scopes. */
const agreement = (expected, verdict) => {
  if (expected === "unknown") return null;
  if (verdict === "missing-scope") return expected === "denied";
  // A refused body got past the scopes.
  if (["allowed", "body-refused", "not-found"].includes(verdict)) return expected === "allowed";
  return null;
};

/**
 * The result of a call for whoever listens: of the answer nothing but what it means.
 *
 * @param {CallSpec} spec
 * @param {string[] | null} granted
 * @param {{ verdict: string, status: number | null, ms: number, code?: string, logref?: string }} answer
 * @returns {CallResult}
 */
export const measured = (spec, granted, { verdict, status, ms, code, logref }) => {
  const expected = expectation(spec, granted);
  const at = new Date(Date.now() - ms).toISOString();
  const result = { id: spec.id, verdict, status, ms, at, expected, agrees: agreement(expected, verdict) };
  return { ...result, ...(code && { code }), ...(logref && { logref }) };
};
