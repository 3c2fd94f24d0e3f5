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
 * The policies in force, from the header and from the markup.
 *
 * @param {Headers | null} headers
 * @returns {string[]}
 */
export const ownPolicy = (headers) => {
  const sent = headers?.get("content-security-policy");
  const written = [...document.querySelectorAll('meta[http-equiv="content-security-policy" i]')];
  return [...(sent ? sent.split(",") : []), ...written.map(({ content }) => content)].map((text) => text.trim());
};

/** The sources of a directive, or of the one it falls back to; nothing where neither is there. */
const sources = (policy, name) => {
  const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/));
  const named = (wanted) => directives.find(([first]) => first.toLowerCase() === wanted)?.slice(1);
  return named(name) ?? named("default-src");
};

/** @returns {boolean} whether the policy forbids compiling WebAssembly (CSP Level 3 §4.4) */
export const forbidsWasm = (policy) => {
  const allowed = sources(policy, "script-src");
  return allowed !== undefined && !allowed.some((source) => source === "'wasm-unsafe-eval'" || source === "'unsafe-eval'");
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
