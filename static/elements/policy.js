// The content security policy of the page, as far as a page can read it.

/** Asks for the page's own headers, without its body; nothing where that is not allowed. */
export const ownHeaders = async () => {
  try {
    const response = await fetch(location.origin + location.pathname, { method: "HEAD", cache: "no-store" });
    return response.headers;
  } catch {
    return null;
  }
};

/**
 * The policies that are written into a page. Markup is searched as the text that it is: where a policy
 * requires trusted types, a page may not parse any.
 *
 * @param {string} markup
 * @returns {string[]}
 */
export const writtenIn = (markup) => {
  const tags = [...markup.matchAll(/<meta\b[^>]*http-equiv=["']?content-security-policy["'\s][^>]*/gi)];
  return tags.map(([tag]) => /\bcontent=(["'])(.*?)\1/is.exec(tag)?.[2] ?? "");
};

/** The same of this page. */
export const writtenHere = () => [...document.querySelectorAll('meta[http-equiv="content-security-policy" i]')].map(({ content }) => content);

/**
 * The policies in force on a page, from the header and from the markup.
 *
 * @param {Headers | null} headers
 * @param {string[]} written
 * @returns {string[]}
 */
export const policiesOf = (headers, written) => {
  const sent = headers?.get("content-security-policy");
  return [...(sent ? sent.split(",") : []), ...written].map((text) => text.trim());
};

/** The sources of the first of these directives, or of `default-src`; nothing where none is there. */
const sources = (policy, ...names) => {
  const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/));
  const named = (wanted) => directives.find(([first]) => first.toLowerCase() === wanted)?.slice(1);
  return [...names, "default-src"].map(named).find(Boolean);
};

/** @returns {boolean} whether the policy forbids compiling WebAssembly (CSP Level 3 §4.4) */
export const forbidsWasm = (policy) => {
  const allowed = sources(policy, "script-src");
  return allowed !== undefined && !allowed.some((source) => source === "'wasm-unsafe-eval'" || source === "'unsafe-eval'");
};

/** A script's text as the sources that name it. */
const hashesOf = (text) => {
  const hashed = [256, 384, 512].map(async (bits) => {
    const digest = await crypto.subtle.digest("SHA-" + bits, new TextEncoder().encode(text));
    return "'sha" + bits + "-" + btoa(String.fromCharCode(...new Uint8Array(digest))) + "'";
  });
  return Promise.all(hashed);
};

/**
 * What a policy lacks to let a script run that is written into its page (CSP Level 3 §6.7.3.3).
 *
 * @param {string} policy
 * @param {{ text: string, nonce?: string }} script
 * @returns {Promise<string | undefined>} the hash to add; nothing where the script may run
 */
export const missingHash = async (policy, { text, nonce }) => {
  const allowed = sources(policy, "script-src-elem", "script-src");
  if (!allowed) return undefined;
  const hashes = await hashesOf(text);
  // Beside hashes and the like 'unsafe-inline' counts for nothing.
  const isOpen = allowed.includes("'unsafe-inline'") && !allowed.some((source) => /^'(sha\d|nonce-|strict-dynamic)/.test(source));
  return isOpen || [...hashes, "'nonce-" + nonce + "'"].some((source) => allowed.includes(source)) ? undefined : hashes[0];
};

/**
 * The policy with these sources added to a directive, and nothing else of it changed. A directive
 * that is not there yet begins with what stood for it.
 */
export const widened = (policy, name, further) => {
  const before = (sources(policy, name) ?? []).filter((source) => source !== "'none'");
  const wide = [name, ...new Set([...before, ...further])].join(" ");
  const directives = policy.split(";").map((directive) => directive.trim()).filter(Boolean);
  const place = directives.findIndex((directive) => directive.split(/\s/)[0].toLowerCase() === name);
  directives.splice(place < 0 ? directives.length : place, 1, wide);
  return directives.join("; ");
};

const matches = (source, origin) => {
  const { protocol, host } = new URL(origin);
  if (source === "*" || source === protocol || source === "'self'") return source !== "'self'" || origin === location.origin;
  const written = source.replace(/^\w+:\/\//, "").split("/")[0];
  return written.startsWith("*.") ? host.endsWith(written.slice(1)) : written === host;
};

/** @returns {boolean} whether the policy forbids calls to this origin (CSP Level 3 §6.1.2) */
export const forbidsConnection = (policy, origin) => {
  const allowed = sources(policy, "connect-src");
  return allowed !== undefined && !allowed.some((source) => matches(source, origin));
};

/** The strict policy that everything works under. */
export const suggestedPolicy = (apiBase) =>
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self' " + apiBase;
