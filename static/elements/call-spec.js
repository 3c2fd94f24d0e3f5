// The calls that a page hands to <sell-scopes>, checked before anything is done with them.

const isText = (value) => typeof value === "string" && value !== "";
/** What `request` sends: no `//` and no dot segments before the query, nowhere `#`, `\` or a control character. */
const PATH = /^(?![^?]*\/(\/|(\.|%2e){1,2}(\/|\?|$)))\/[^\x00-\x1f\x7f#\\]*$/i;
const isPath = (value) => isText(value) && PATH.test(value);
const isSet = (value) => Array.isArray(value) && value.every(isText);
const isSets = (value) => Array.isArray(value) && value.length > 0 && value.every(isSet);
const oneOf = (...words) => [(value) => words.includes(value), "one of: " + words.join(", ")];
const text = [isText, "a text"];

const RULES = {
  id: text,
  group: text,
  method: oneOf("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"),
  path: [isPath, "a path such as /v2/deals"],
  title: text,
  needs: [isSets, 'sets of scopes such as [["read"]]'],
  effect: oneOf("none", "creates", "changes", "deletes"),
  basis: oneOf("documented", "inferred"),
};

/** Whether a call of this method changes nothing by itself and has no body, so that it can be repeated. */
export const isRead = (method) => ["GET", "HEAD"].includes(method);

const jsonOf = (body) => {
  try {
    return JSON.stringify(body);
  } catch {
    return undefined;
  }
};

/**
 * A list of calls as it was given, every one of them whole; a body is JSON text in it, as it is sent, so
 * that nothing changes it later.
 *
 * @param {CallSpec[] | null | undefined} list
 * @returns {CallSpec[]}
 * @throws {TypeError} names the first thing that is wrong
 */
export const callSpecs = (list) => {
  const check = (fits, name, must) => {
    if (!fits) throw new TypeError("sell-scopes: calls" + name + " must be " + must + ".");
  };
  check(Array.isArray(list ?? []), "", "a list");
  const ids = new Set();
  return Array.from(list ?? [], (spec, place) => {
    const call = {};
    const isSo = (member, fits, must) => check(fits, "[" + place + "]." + member, must);
    for (const [member, [fits, must]] of Object.entries(RULES)) {
      call[member] = spec?.[member];
      isSo(member, fits(call[member]), must);
    }
    const { id, method, effect } = call;
    isSo("id", !ids.has(id), "its own");
    ids.add(id);
    isSo("effect", effect !== "none" || isRead(method) || method === "POST", "what a " + method + " does");
    call.needs = call.needs.map((set) => [...set]);
    if (spec.body === undefined) return call;
    isSo("body", !isRead(method), "absent from a " + method);
    call.body = jsonOf(spec.body);
    isSo("body", call.body, "what JSON can say");
    return call;
  });
};
