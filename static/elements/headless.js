// A session without any element. Importing it touches no page; only `createSession` does.

import { send } from "./body.js";
import { BOOTING, modeOf, moreScopes, own, readToken, scopeList, settingsOf } from "./session.js";
import { asSellError, optionError, sellError } from "./errors.js";
import { dropStray } from "./stray.js";
import { guarded, guardedLater, init, loadEngine, whenStopped } from "./wasm.js";

/** A session of the page's own making. */
class HeadlessSession {
  #engine;
  #session;
  #options;
  #way;
  #snapshot;
  #listeners = new Set();
  #endStopWatch;

  constructor(engine, session, options) {
    this.#engine = engine;
    this.#session = session;
    this.#options = options;
    session.subscribe((snapshot) => this.#change(snapshot));
    this.#snapshot = session.snapshot();
    this.#endStopWatch = whenStopped((stopped) => {
      if (stopped === engine) this.#change({ ...this.#snapshot, status: "failed", error: { ...sellError("internal") } });
    });
  }

  /** One word for the session. */
  get status() {
    return this.#snapshot.status;
  }

  /** What is known about the token. */
  get info() {
    return this.#snapshot.info;
  }

  /** The last failure. */
  get error() {
    return this.#snapshot.error;
  }

  /** What the token may do. */
  get grantedScopes() {
    return this.#snapshot.grantedScopes;
  }

  /** What was asked for and not granted. */
  get missingScopes() {
    return this.#snapshot.missingScopes;
  }

  /** When the token ends (ISO 8601), or null. */
  get expiresAt() {
    return this.#snapshot.expiresAt;
  }

  /** How the last token went; null while one is held. */
  get ended() {
    return this.#snapshot.ended;
  }

  /**
   * Calls back at once and on every change.
   *
   * @param {(snapshot: SessionSnapshot) => void} listener
   * @returns {() => void} ends it
   */
  subscribe(listener) {
    // One of its own for each call, so that ending one does not end another; and what one throws is its own.
    const tell = () => {
      try {
        listener(this.#snapshot);
      } catch (thrown) {
        reportError(thrown);
      }
    };
    this.#listeners.add(tell);
    tell();
    return () => void this.#listeners.delete(tell);
  }

  /**
   * Sends the person to Sell. Call it within a click: a window opened later is blocked.
   *
   * @param {{ scope?: string | string[], mode?: "redirect" | "popup" }} [options]
   * @returns {Promise<"completed" | "blocked" | "cancelled" | "timed-out">}
   * @throws {SellError}
   */
  signIn(options) {
    const { scope, mode } = own(options);
    return this.#later((session) => {
      this.#way = modeOf(mode, this.#options.mode ?? "redirect");
      return session.signIn(scopeList(scope).join(" ") || undefined, this.#way);
    });
  }

  /**
   * Asks for scopes beside those the token has, by the way of the last sign-in.
   *
   * @param {string[]} scopes
   * @param {{ mode?: "redirect" | "popup" }} [options]
   * @returns {Promise<"completed" | "blocked" | "cancelled" | "timed-out">}
   * @throws {SellError}
   */
  async requestScopes(scopes, options) {
    const { mode = this.#way } = own(options);
    return this.signIn({ scope: moreScopes(this.#snapshot, this.#options.scopes, scopes), mode });
  }

  /** Revokes the token, then forgets it even if revoking failed. */
  signOut() {
    return this.#later((session) => session.signOut());
  }

  /** Forgets the token in this tab; it still works elsewhere. */
  forget() {
    this.#now((session) => session.forget());
  }

  /** @returns {Promise<"confirmed" | "already-dead" | "unconfirmed">} what is known of its end */
  revoke() {
    return this.#later((session) => session.revoke());
  }

  /**
   * Calls the API with the token, on the origin of `apiBase` only.
   *
   * @param {string} path such as `/v2/deals?per_page=5`
   * @param {{ method?: string, headers?: HeadersInit, body?: BodyInit | object, signal?: AbortSignal }} [init]
   * @returns {Promise<Response>} whatever its status
   * @throws {SellError} where nothing could be sent, or no answer could be read; the signal's reason
   *   where it was aborted
   */
  request(path, init) {
    return send((deed) => this.#later(deed), path, init);
  }

  /**
   * Asks Sell what a token is worth. Nothing of it is stored.
   *
   * @param {string} [token] without it the session's own
   * @returns {Promise<TokenInfo>}
   * @throws {SellError}
   */
  inspect(token) {
    return this.#later((session) => session.inspect(token));
  }

  /**
   * The token itself, where the session was made with `exposeToken`.
   *
   * @returns {Promise<string>}
   * @throws {SellError} `token_not_exposed`, `token_expired`
   */
  getAccessToken() {
    return this.#later((session) => readToken(session, this.#options.exposeToken === true, "The option exposeToken is not set."));
  }

  /** @returns {Report} what can be handed to support; no token, no bodies */
  report() {
    return this.#now((session) => session.report());
  }

  /** Stops its timers, listeners and channels. What the tab keeps stays. */
  destroy() {
    const session = this.#session;
    if (!session) return;
    this.#session = null;
    this.#snapshot = BOOTING;
    this.#listeners.clear();
    this.#endStopWatch();
    if (this.#engine.hasStopped) return;
    session.close();
    // Not from within a call of its own, as where a listener destroys it.
    queueMicrotask(() => this.#engine.hasStopped || session.free());
  }

  /** Until another token is there, it stays true how the last one went. */
  #change(snapshot) {
    const ended = snapshot.info ? null : (snapshot.ended ?? this.ended);
    this.#snapshot = { ...snapshot, ended };
    for (const tell of [...this.#listeners]) if (this.#listeners.has(tell)) tell();
  }

  #now(deed) {
    return guarded(this.#engine, () => deed(this.#held()));
  }

  async #later(deed) {
    return guardedLater(this.#engine, () => deed(this.#held()));
  }

  #held() {
    if (!this.#session) throw sellError("destroyed");
    return this.#session;
  }
}

/**
 * The options, where those will do of which the module says nothing.
 *
 * @throws {SellError} `config_missing`
 */
const checked = (options) => {
  const given = own(options);
  const seconds = given.warnBefore ?? 0;
  const isOneOf = (name, ...words) => {
    if (!words.includes(given[name] ?? words[0])) throw optionError(name, "one of: " + words.join(", "));
  };
  if (typeof (given.session ?? "") !== "string") throw optionError("session", "text");
  isOneOf("storage", "tab", "memory");
  isOneOf("mode", "redirect", "popup");
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > 86400) throw optionError("warnBefore", "a whole number from 0 to 86400");
  return given;
};

/**
 * Opens a session, and finishes a sign-in whose answer has come back to this page.
 *
 * @param {SessionOptions} options `clientId` and `scopes` are required
 * @returns {Promise<HeadlessSession>}
 * @throws {SellError} `config_missing` and the like, `wasm_blocked`, `wasm_failed`
 */
export const createSession = async (options) => {
  if (!globalThis.document) throw sellError("pageless");
  dropStray();
  try {
    const given = checked(options);
    const settings = { session: given.session, ...settingsOf({ ...given, scope: scopeList(given.scopes, "scopes").join(" ") }) };
    const engine = await loadEngine();
    const session = guarded(engine, () => new engine.Session(settings));
    return new HeadlessSession(engine, session, given);
  } catch (thrown) {
    throw asSellError(thrown);
  }
};

export { init };
