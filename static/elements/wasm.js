// The WebAssembly, fetched and compiled once when the first element connects or `init()` is called.

import { makeGlue, source } from "./glue.js";
import { untilAborted } from "./body.js";
import { compiled } from "./compile.js";
import { asSellError, sellError, wasmError } from "./errors.js";
import { warnOnce } from "./warn.js";

/** Where the host page wants the module from. */
let input;
/** The compiled module, once there is one. */
let compiledModule;
/** The running instance, or the promise of it. */
let engine;
/** What the browser has in its cache may be just what failed. */
let cache = "default";
/** Who is told when an instance stops. */
const onStop = new Set();

/** Milliseconds after which the module is given up: a slow link brings it within that. */
const LOAD_LIMIT = 60000;

const usual = (options) => {
  const { url, integrity, bytes } = source();
  return bytes ?? fetch(url, { integrity, ...options });
};

const start = async () => {
  const glue = makeGlue();
  try {
    if (typeof WebAssembly !== "object") throw undefined;
    const options = { cache, signal: AbortSignal.timeout?.(LOAD_LIMIT) };
    compiledModule ??= await untilAborted(options.signal, compiled(input ?? usual(options), options));
    glue.begin(await WebAssembly.instantiate(compiledModule, glue.imports()));
  } catch (thrown) {
    engine = undefined;
    cache = "reload";
    throw wasmError(thrown);
  }
  watch(glue);
  await untilShown();
  return glue;
};

/** A page that is prepared before anybody asked to see it reads and asks nothing yet. */
const untilShown = () =>
  globalThis.document?.prerendering && new Promise((resolve) => document.addEventListener("prerenderingchange", resolve, { once: true }));

/** Whether this is a trap in our module, not in somebody else's on the page. */
const isOurTrap = (thrown) => {
  if (!(thrown instanceof WebAssembly.RuntimeError)) return false;
  const places = [source().url?.href, import.meta.url];
  return places.some((place) => place && String(thrown.stack).includes(place));
};

/** A trap in what runs by itself, as timers and answers do, has no caller: only the page hears of it. */
const watch = (glue) => {
  const heard = ({ error, reason }) => isOurTrap(error ?? reason) && stopped(glue);
  const types = ["error", "unhandledrejection"];
  for (const type of types) addEventListener(type, heard);
  const end = whenStopped((other) => {
    if (other !== glue) return;
    for (const type of types) removeEventListener(type, heard);
    end();
  });
};

/**
 * The running instance of the module: the same for everybody, until it stops.
 *
 * @returns {Promise<{ Session: Function, Panel?: Function }>}
 * @throws {SellError} `wasm_blocked` or `wasm_failed`; the next call tries again
 */
export const loadEngine = () => (engine ??= start());

/**
 * Says where the WebAssembly comes from instead of from beside the script, and starts loading it.
 * Call it before the first element connects.
 *
 * @param {{ module_or_path?: string | URL | Request | Response | Promise<Response> | BufferSource | WebAssembly.Module }} [options]
 * @returns {Promise<void>}
 * @throws {SellError} `wasm_blocked` or `wasm_failed`
 */
export const init = async (options) => {
  const wanted = options?.module_or_path;
  if (wanted !== undefined && (engine || compiledModule)) {
    warnOnce("init() came too late: the WebAssembly is loading already. Call it before the first element connects.");
  } else if (wanted !== undefined) {
    input = wanted;
  }
  await loadEngine();
};

/** A stopped instance is never used again; the next call of `loadEngine` starts a fresh one. */
const stopped = (glue) => {
  if (glue.hasStopped) return;
  glue.hasStopped = true;
  engine = undefined;
  // Not from within the call that stopped: its stack still holds what is about to be dropped.
  queueMicrotask(() => onStop.forEach((tell) => tell(glue)));
};

/**
 * Calls back when an instance has stopped by a fault of ours.
 *
 * @param {(glue: object) => void} tell
 * @returns {() => void} ends it
 */
export const whenStopped = (tell) => {
  onStop.add(tell);
  return () => onStop.delete(tell);
};

/**
 * Makes a call into the module. A trap stops the instance.
 *
 * @template T
 * @param {object} glue the instance that is called
 * @param {() => T} call
 * @returns {T}
 * @throws {SellError} what the module throws, or `internal`
 */
export const guarded = (glue, call) => {
  if (glue.hasStopped) throw sellError("internal");
  try {
    return call();
  } catch (thrown) {
    throw trapped(glue, thrown);
  }
};

/**
 * The same for a call that answers later.
 *
 * @template T
 * @param {object} glue
 * @param {() => Promise<T>} call begins at once, within the caller's click
 * @returns {Promise<T>}
 * @throws {SellError} as `guarded`
 */
export const guardedLater = async (glue, call) => {
  // Nobody answers for an instance that stops in the meantime.
  let forget;
  const end = new Promise((_, reject) => {
    forget = whenStopped((other) => other === glue && reject(sellError("internal")));
  });
  try {
    return await Promise.race([guarded(glue, call), end]);
  } catch (thrown) {
    throw trapped(glue, thrown);
  } finally {
    forget();
  }
};

const trapped = (glue, thrown) => {
  if (thrown instanceof WebAssembly.RuntimeError) stopped(glue);
  return asSellError(thrown);
};
