// Answers in Sell's two forms: the flat errors of its authorization server, the envelopes of its API.

const REASONS = {
  200: "OK",
  204: "No Content",
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  422: "Unprocessable Entity",
};

const ARTICLES = "https://developers.getbase.com/docs/rest/articles/";

/** Four groups of five, as a reference of Sell's looks. */
const reference = () => {
  const group = () => Math.random().toString(36).slice(2, 7).padEnd(5, "0");
  return [group(), group(), group(), group()].join("-");
};

const replied = (status, body, id) => {
  const headers = { "X-Request-Id": id };
  if (body) headers["Content-Type"] = "application/json; charset=utf-8";
  return new Response(body && JSON.stringify(body), { status, statusText: REASONS[status], headers });
};

/** @returns {Response} 200 with this as its body */
export const found = (body) => replied(200, body, reference());

/** @returns {Response} 204 */
export const gone = () => replied(204, null, reference());

/**
 * A refusal of the authorization server (RFC 6749 §5.2, RFC 6750 §3.1).
 *
 * @param {number} status
 * @param {string} error
 * @param {string} description
 * @returns {Response}
 */
export const oauthRefusal = (status, error, description) => {
  const body = { error, error_description: description, error_uri: ARTICLES + "oauth2/errors" };
  return replied(status, body, reference());
};

/**
 * A refusal of the API.
 *
 * @param {number} status
 * @param {string} code
 * @param {string} message
 * @param {string} details
 * @returns {Response}
 */
export const apiRefusal = (status, code, message, details) => {
  const logref = reference();
  const links = { more_info: ARTICLES + "errors" };
  const errors = [{ error: { code, message, details }, meta: { type: "error", links } }];
  const meta = { type: "errors", http_status: status + " " + REASONS[status], logref, links };
  return replied(status, { errors, meta }, logref);
};
