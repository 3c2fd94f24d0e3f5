// One API call, and what its answer means.

const VERDICTS = {
  400: "body-refused",
  401: "token-refused",
  403: "forbidden",
  404: "not-found",
  410: "not-found",
  429: "rate-limited",
};

const verdictOf = (status, code) => {
  if (status < 300) return "allowed";
  if (status >= 500) return "server-error";
  if (code === "insufficient_scope") return "missing-scope";
  return VERDICTS[status] ?? "body-refused";
};

/** Sell's code and reference, from either of its error bodies. Nothing else of a body is kept. */
const wordsOf = async (response) => {
  const type = response.headers.get("content-type") ?? "";
  if (response.ok || !type.includes("json")) return {};
  const body = await response.json().catch(() => null);
  const code = body?.errors?.[0]?.error?.code ?? body?.error;
  const logref = body?.meta?.logref;
  return { ...(typeof code === "string" && { code }), ...(typeof logref === "string" && { logref }) };
};

/**
 * What the scopes make us expect.
 *
 * @param {CallSpec} spec
 * @param {string[] | null} granted what Sell says the token may do; null when it did not say
 * @returns {"allowed" | "denied" | "unknown"}
 */
export const expectation = ({ needs }, granted) => {
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

const optionsOf = ({ method, body }, signal) => {
  if (body === undefined) return { method, signal };
  return { method, signal, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) };
};

/**
 * What an answer says about the scopes.
 *
 * @param {CallSpec} spec
 * @param {string[] | null} granted
 * @param {{ status: number | null, ms: number, code?: string, logref?: string }} answer its status is
 *   null where the browser hid it
 * @returns {CallResult}
 */
export const measured = (spec, granted, { status, ms, ...words }) => {
  const expected = expectation(spec, granted);
  const verdict = status === null ? "unreadable" : verdictOf(status, words.code);
  const at = new Date(Date.now() - ms).toISOString();
  return { id: spec.id, verdict, status, ms, at, expected, agrees: agreement(expected, verdict), ...words };
};

/**
 * Makes one call.
 *
 * @param {CallSpec} spec
 * @param {{ request: (path: string, init: object) => Promise<Response>, granted: string[] | null, signal: AbortSignal }} with_
 * @returns {Promise<CallResult>} `unreadable` where the browser hid the answer
 * @throws {SellError} where nothing was sent: signed out, offline, stopped
 */
export const makeCall = async (spec, { request, granted, signal }) => {
  const began = performance.now();
  const result = (answer) => measured(spec, granted, { ms: Math.round(performance.now() - began), ...answer });
  try {
    const response = await request(spec.path, optionsOf(spec, signal));
    return result({ status: response.status, ...(await wordsOf(response)) });
  } catch (error) {
    if (error?.kind === "unreadable" && !signal?.aborted) return result({ status: null });
    throw error;
  }
};
