// Errors as a host page meets them: what is thrown is of the closed list, never anything else.

/** What is said where the WebAssembly that knows all other words is missing or has stopped. */
const SENTENCES = {
  wasm_blocked: [
    "The page's security policy stops this panel",
    "It forbids WebAssembly.",
    "Add 'wasm-unsafe-eval' to script-src.",
  ],
  wasm_failed: [
    "A file did not load",
    "The network, a wrong file type or a hash mismatch is to blame.",
    "Check the path to the .wasm file.",
  ],
  token_not_exposed: [
    "The page may not read the token",
    "The attribute expose-token is not set.",
    "Use request(), or set it on purpose.",
  ],
  token_expired: [
    "No token is held",
    "Nobody is signed in here, or the token has ended.",
    "Sign in, then try again.",
  ],
  body_refused: [
    "The request could not be made",
    "Its body was read before or cannot be read, or its signal is no AbortSignal.",
    "Correct the options of the request.",
  ],
  internal: [
    "This panel stopped",
    "This is a fault of ours.",
    "Reload it; your session is kept.",
  ],
  detached: [
    "The element is not in the page",
    "It has no session there.",
    "Put the element into the page first.",
    "config_missing",
  ],
  destroyed: [
    "This session was destroyed",
    "The page called destroy() on it.",
    "Create a new one with createSession().",
    "config_missing",
  ],
  pageless: [
    "There is no page here",
    "A session lives in a browser's page, and this is none.",
    "Call this in the browser.",
    "config_missing",
  ],
  option: ["Sign-in is not set up", "", "Correct it in the page.", "config_missing"],
};

/** An error with the members of the contract's `SellError` for its own; as JSON it is these alone. */
class SellError extends Error {
  constructor(members) {
    const { title, why, todo } = members;
    super(title + ". " + why + " " + todo);
    Object.assign(this, members);
  }

  get name() {
    return "SellError";
  }
}

/**
 * An error of our own making.
 *
 * @param {keyof SENTENCES} name its kind, or a case of the kind that stands behind the sentences
 * @param {string} [why] a better reason than the usual one
 * @returns {SellError}
 */
export const sellError = (name, why) => {
  const [title, usual, todo, kind = name] = SENTENCES[name];
  return new SellError({ kind, title, why: why ?? usual, todo, retryable: kind === "wasm_failed" });
};

/**
 * An option that will not do.
 *
 * @param {string} code its name, as the page gives it
 * @param {string} allowed what it has to be
 * @returns {SellError}
 */
export const optionError = (code, allowed) => Object.assign(sellError("option", code + " must be " + allowed + "."), { code });

/** What the module throws is a plain object; it writes nothing else. */
const isFromModule = (thrown) =>
  typeof thrown?.kind === "string" && typeof thrown.title === "string" && typeof thrown.todo === "string";

/**
 * Whatever was thrown, as what a host may be thrown. Texts of foreign errors are dropped: they may
 * quote what was being worked on.
 *
 * @param {unknown} thrown
 * @returns {SellError}
 */
export const asSellError = (thrown) => {
  if (thrown instanceof SellError) return thrown;
  return isFromModule(thrown) ? new SellError(thrown) : sellError("internal");
};

/** How browsers word a refusal by policy: Chromium and Safari name the policy, Firefox says "CSP". */
const POLICY = /content security policy|\bcsp\b|unsafe-eval/i;

/**
 * Why WebAssembly did not start.
 *
 * @param {unknown} cause what fetching, compiling or starting threw
 * @returns {SellError} `wasm_blocked` where a policy or a setting forbids it, else `wasm_failed`
 */
export const wasmError = (cause) => {
  if (typeof WebAssembly !== "object") {
    return sellError("wasm_blocked", "This browser has it switched off, perhaps by a lockdown setting.");
  }
  if (cause instanceof SellError) return cause;
  const refused = cause instanceof WebAssembly.CompileError || cause instanceof EvalError;
  const byPolicy = (refused || cause?.name === "SecurityError") && POLICY.test(cause.message);
  return sellError(byPolicy ? "wasm_blocked" : "wasm_failed");
};

/**
 * For a failure that was told as an event already.
 *
 * @param {Promise<unknown>} promise
 */
export const quietly = (promise) => void promise.catch(() => {});
