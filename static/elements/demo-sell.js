// A Sell that lives in the page: it grants, describes and revokes tokens, and answers calls.

import { answerApi } from "./demo-api.js";
import { remember } from "./demo-memory.js";
import { found, oauthRefusal } from "./demo-reply.js";
import { lifeOf, otherScopes, states } from "./demo-states.js";
import { mintToken, readToken } from "./demo-token.js";

/** All that Sell knows. */
const SCOPES = ["read", "write", "profile", "sync"];

const seconds = () => Math.floor(Date.now() / 1000);

const bearer = ({ headers }) => /^bearer +(\S+) *$/i.exec(headers.get("authorization") ?? "")?.[1] ?? "";

/** What a browser throws where it hides an answer, or where there is no connection. */
const unanswered = () => new TypeError("Failed to fetch");

export class PretendSell {
  #traits;
  #memory;
  #scopes;
  #records;

  /**
   * @param {string} state one of `states`
   * @param {object} memory what the tab remembers; changed and kept here
   * @param {string[] | undefined} scopes what is granted, whatever is asked for
   * @param {Record<string, object[]>} records by the names of their resources
   */
  constructor(state, memory, scopes, records) {
    this.#traits = states[state];
    this.#memory = memory;
    this.#scopes = scopes;
    this.#records = records;
  }

  /**
   * Answers an authorization request at once, as if the person had consented (RFC 6749 §4.2.2, §4.2.2.1).
   *
   * @param {{ client: string, scopes: string[], state: string }} asked
   * @param {{ warnBefore: number } | null} beginning of what session, where nobody pressed anything
   * @returns {string} the fragment, without its `#`
   */
  authorize({ client, scopes, state }, beginning) {
    const answer = this.#refusal(scopes, beginning) ?? this.#grant(client, scopes, beginning);
    return String(new URLSearchParams({ ...answer, state }));
  }

  #refusal(scopes, beginning) {
    if (scopes.some((scope) => !SCOPES.includes(scope))) {
      return { error: "invalid_scope", error_description: "The requested scope is unknown." };
    }
    if (beginning || !this.#traits.first?.isDenied || this.#memory.isDenied) return null;
    this.#memory.isDenied = true;
    remember(this.#memory);
    return { error: "access_denied", error_description: "The resource owner denied the request." };
  }

  #grant(client, asked, beginning) {
    const scopes = this.#scopes ?? (this.#traits.differs ? otherScopes(asked) : asked);
    const life = lifeOf(this.#traits, beginning);
    const isRefused = Boolean(beginning && this.#traits.first?.isRefused);
    const token = mintToken({ client, scopes, issued: seconds(), life, isRefused, id: crypto.randomUUID() });
    const answer = { access_token: token, token_type: "bearer" };
    if (life !== null) answer.expires_in = life;
    if (scopes.join(" ") !== asked.join(" ")) answer.scope = scopes.join(" ");
    return answer;
  }

  /**
   * Answers a request.
   *
   * @param {Request} request
   * @param {string} path below the base of Sell
   * @returns {Promise<Response>}
   * @throws {TypeError} as `fetch` does, in a state that has no answers
   */
  async answer(request, path) {
    request.signal.throwIfAborted();
    if (this.#traits.silence) throw unanswered();
    const { method } = request;
    if (path === "/oauth2/token/info" && method === "GET") return this.#info(bearer(request));
    if (path === "/oauth2/revoke" && method === "POST") return this.#revoke(await request.text());
    return answerApi(request, path, this.#holder(bearer(request)), this.#records);
  }

  /** What is known of a token that works. */
  #holder(token) {
    const facts = readToken(token);
    if (!facts || facts.isRefused || this.#memory.revoked.includes(facts.id)) return null;
    const left = facts.life === null ? null : facts.issued + facts.life - seconds();
    return left !== null && left < 0 ? null : { ...facts, left };
  }

  #info(token) {
    const holder = this.#holder(token);
    if (!holder) return oauthRefusal(401, "invalid_token", "The access token is missing, unknown, expired or revoked.");
    const [owner] = this.#records.users;
    return found({ resource_owner_id: owner.id, scope: holder.scopes, expires_in: holder.left, application: { uid: holder.client }, created_at: holder.issued });
  }

  /** One that is not known is a success too (RFC 7009 §2.2). */
  #revoke(form) {
    const facts = readToken(new URLSearchParams(form).get("token") ?? "");
    if (facts) {
      this.#memory.revoked.push(facts.id);
      remember(this.#memory);
    }
    return found({});
  }
}
