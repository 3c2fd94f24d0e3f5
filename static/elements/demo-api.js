// The API of the pretend Sell: reads of a few records, and writes that are answered and not kept.

import { emptyLists } from "./demo-records.js";
import { apiRefusal, found, gone } from "./demo-reply.js";

const READS = ["GET", "HEAD"];
/** What `profile` opens and `read` does not; nobody may change it. */
const OF_PROFILE = ["accounts", "users"];
const LIST_PARAMETERS = ["page", "per_page", "sort_by", "ids"];
const MOST_PER_PAGE = 100;
const USUAL_PER_PAGE = 25;

const unauthorized = () =>
  apiRefusal(401, "unauthorized", "request is unauthorized", "Required access token is missing, malformed, expired, or invalid.");
const missingScope = (scope) =>
  apiRefusal(403, "insufficient_scope", "access token has insufficient scope", "The request requires the scope `" + scope + "`.");
const notFound = () => apiRefusal(404, "not_found", "resource not found", "The requested resource could not be found.");
const wrongMethod = () => apiRefusal(405, "method_not_allowed", "method is not allowed", "The resource does not answer to this method.");
const wrongParameter = (details) => apiRefusal(400, "invalid_param", "query parameter is invalid", details);
const wrongPayload = (details) => apiRefusal(422, "incorrect_payload", "payload is incorrect", details);

/** `deals` as Sell calls one of them. */
const typeOf = (name) => name.replace(/s$/, "");

const wrap = (name, data, more) => ({ data, meta: { type: typeOf(name), ...more } });

const sorted = (all, order) => {
  if (!order) return all;
  const [field, way] = order.split(":");
  const turn = way === "desc" ? -1 : 1;
  return [...all].sort((one, other) => (one[field] < other[field] ? -turn : one[field] > other[field] ? turn : 0));
};

const whole = (text, usual, most) => {
  const number = Number(text || usual);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : null;
};

const pageOf = (url, name, records) => {
  const query = url.searchParams;
  const stranger = [...query.keys()].find((key) => !LIST_PARAMETERS.includes(key));
  if (stranger !== undefined) return wrongParameter("Unknown parameter `" + stranger + "`.");
  const page = whole(query.get("page"), 1, Infinity);
  const size = whole(query.get("per_page"), USUAL_PER_PAGE, MOST_PER_PAGE);
  if (page === null) return wrongParameter("`page` must be a whole number from 1.");
  if (size === null) return wrongParameter("`per_page` must be a whole number from 1 to " + MOST_PER_PAGE + ".");
  const ids = query.get("ids")?.split(",");
  const all = sorted(records.filter(({ id }) => !ids || ids.includes(String(id))), query.get("sort_by"));
  const shown = all.slice((page - 1) * size, page * size);
  const link = (number) => {
    const to = new URL(url);
    to.searchParams.set("page", number);
    to.searchParams.set("per_page", size);
    return to.href;
  };
  const links = { self: link(page), first_page: link(1) };
  if (page > 1) links.prev_page = link(page - 1);
  if (all.length > page * size) links.next_page = link(page + 1);
  const items = shown.map((record) => wrap(name, record, { version: 1 }));
  return found({ items, meta: { type: "collection", count: items.length, links } });
};

const written = async (request, name, record, id) => {
  if (request.method === "DELETE") return gone();
  const payload = await request.json().catch(() => undefined);
  if (payload === undefined) return apiRefusal(400, "invalid_payload", "payload is invalid", "The payload is not valid JSON.");
  const data = payload?.data;
  if (typeof data !== "object" || data === null || Array.isArray(data)) return wrongPayload("`data` must be an object.");
  const at = new Date().toISOString();
  return found(wrap(name, { created_at: at, ...record, ...data, id, updated_at: at }));
};

/** The id that a new record would get. */
const NEW_ID = 900;

/**
 * Answers a call of the API.
 *
 * @param {Request} request
 * @param {string} path below the API base, such as `/v2/deals`
 * @param {{ scopes: string[] } | null} holder what the token may do; null where it does not work
 * @param {Record<string, object[]>} records by the names of their resources
 * @returns {Promise<Response>}
 */
export const answerApi = async (request, path, holder, records) => {
  if (!holder) return unauthorized();
  const [, version, name, id, ...more] = path.split("/");
  const list = Object.hasOwn(records, name) ? records[name] : emptyLists.includes(name) ? [] : undefined;
  const isOne = id !== undefined;
  if (version !== "v2" || !list || more.length > 0 || (name === "accounts" && id !== "self")) return notFound();
  const ofProfile = OF_PROFILE.includes(name);
  const reads = READS.includes(request.method);
  if (!reads && (ofProfile || isOne !== ["PUT", "DELETE"].includes(request.method))) return wrongMethod();
  const needed = reads ? (ofProfile ? "profile" : "read") : "write";
  if (!holder.scopes.includes(needed)) return missingScope(needed);
  const record = ofProfile && id === "self" ? list[0] : list.find((one) => String(one.id) === id);
  if (isOne && !record) return notFound();
  if (!reads) return written(request, name, record, record?.id ?? NEW_ID);
  const url = new URL(request.url);
  if (!isOne) return pageOf(url, name, list);
  const [stranger] = url.searchParams.keys();
  return stranger === undefined ? found(wrap(name, record)) : wrongParameter("Unknown parameter `" + stranger + "`.");
};
