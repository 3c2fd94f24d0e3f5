// What a host page wants to send, in the form the module takes, and until when.

import { kindOf } from "./compile.js";
import { sellError } from "./errors.js";

/** Whether this is a signal, of whichever window. */
const isSignal = (value) => kindOf(value) === "AbortSignal";

/** What `fetch` sends as it is, beside views of bytes. All else is the module's: it makes JSON of it. */
const BODIES = ["ArrayBuffer", "Blob", "File", "FormData", "ReadableStream", "URLSearchParams"];

/**
 * The options of a request, with a body that `fetch` knows read into bytes, under the type that
 * `fetch` would name. A type that the page names stays.
 *
 * @param {{ method?: string, headers?: HeadersInit, body?: BodyInit | object, signal?: AbortSignal }} [init]
 * @throws {SellError} `body_refused`
 */
const sendable = async (init) => {
  const { method, body, signal } = init ?? {};
  if (signal != null && !isSignal(signal)) throw sellError("body_refused");
  if (!ArrayBuffer.isView(body) && !BODIES.includes(kindOf(body))) return init;
  try {
    const read = new Response(body);
    const headers = new Headers(init.headers);
    const type = read.headers.get("content-type");
    if (type && !headers.has("content-type")) headers.set("content-type", type);
    return { method, headers, body: new Uint8Array(await read.arrayBuffer()), signal };
  } catch {
    throw sellError("body_refused");
  }
};

/**
 * Rejects with the signal's reason as soon as it is aborted, as `fetch` does.
 *
 * @template T
 * @param {AbortSignal | undefined} signal
 * @param {Promise<T>} answer
 * @returns {Promise<T>}
 */
export const untilAborted = (signal, answer) => {
  if (!isSignal(signal)) return answer;
  let abort;
  const end = new Promise((_, reject) => {
    abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener("abort", abort);
  });
  return Promise.race([end, answer]).finally(() => signal.removeEventListener("abort", abort));
};

/**
 * Sends a request of a host page.
 *
 * @param {(deed: (session: Session) => Promise<Response>) => Promise<Response>} call does something
 *   with the session
 * @param {string} path
 * @param {{ method?: string, headers?: HeadersInit, body?: BodyInit | object, signal?: AbortSignal }} [init]
 * @returns {Promise<Response>} whatever its status
 * @throws {SellError} where nothing could be sent, or no answer could be read; the signal's reason
 *   where the page gave it up
 */
export const send = (call, path, init) =>
  untilAborted(init?.signal, sendable(init).then((sent) => call((session) => session.request(String(path), sent))));
