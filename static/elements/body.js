// What a host page wants to send, in the form the module takes.

import { kindOf } from "./compile.js";
import { sellError } from "./errors.js";

/** What `fetch` sends as it is, beside views of bytes. All else is the module's: it makes JSON of it. */
const BODIES = ["ArrayBuffer", "Blob", "File", "FormData", "ReadableStream", "URLSearchParams"];

/**
 * The options of a request, with a body that `fetch` knows read into bytes, under the type that
 * `fetch` would name. A type that the page names stays.
 *
 * @param {{ method?: string, headers?: HeadersInit, body?: BodyInit | object, signal?: AbortSignal }} [init]
 * @throws {SellError} `body_refused`
 */
export const sendable = async (init) => {
  const { method, body, signal } = init ?? {};
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
