// From wherever the WebAssembly is to a compiled module. Instances are started from that: one that
// takes over from another needs no network.

import { warnOnce } from "./warn.js";

/** What something is, in whichever realm it was made. */
export const kindOf = (value) => Object.prototype.toString.call(value).slice(8, -1);

/** The only type that browsers compile while it arrives. */
const TYPE = "application/wasm";

const fromResponse = async (response) => {
  if (!response.ok) throw new Error("The WebAssembly was answered with " + response.status + ".");
  const { compileStreaming, compile } = WebAssembly;
  if (compileStreaming && response.headers.get("content-type")?.toLowerCase() === TYPE) return compileStreaming(response);
  warnOnce("the WebAssembly is not sent as " + TYPE + ", so it is compiled only once all of it is there.");
  return compile(await response.arrayBuffer());
};

/**
 * Compiles what `init` may be given.
 *
 * @param {string | URL | Request | Response | BufferSource | WebAssembly.Module | Promise} place
 * @param {RequestInit} options how to ask where there is only an address
 * @returns {Promise<WebAssembly.Module>}
 * @throws {unknown} whatever fetching or compiling throws
 */
export const compiled = async (place, options) => {
  const found = await place;
  const kind = kindOf(found);
  if (kind === "WebAssembly.Module") return found;
  if (kind === "Response") return fromResponse(found);
  if (["String", "URL", "Request"].includes(kind)) return fromResponse(await fetch(found, options));
  return WebAssembly.compile(found);
};
