// <sell-sign-in>: signs a person in, and makes API calls with the token it never shows.

import { send } from "./body.js";
import { setupChecks } from "./checks.js";
import { depart, departForMore, wished } from "./departure.js";
import { SellElement, coreOf, furnish } from "./element.js";
import { quietly, sellError } from "./errors.js";
import { modeOf, own, readToken, settingsOf } from "./session.js";
import { buttonSkeleton } from "./skeleton.js";
import { followContent, hasContent } from "./slotted.js";

const present = (element, names) => {
  const given = names.filter(([attribute]) => element.hasAttribute(attribute));
  return Object.fromEntries(given.map(([, property]) => [property, element[property]]));
};

/** What the session is set up with: what the element says, and nothing made up. */
const SETTINGS = [
  ["client-id", "clientId"],
  ["redirect-uri", "redirectUri"],
  ["scope", "scope"],
  ["auth-base", "authBase"],
  ["api-base", "apiBase"],
  ["storage", "storage"],
  ["warn-before", "warnBefore"],
];

/** A person's press, from the panel or from its skeleton. What goes wrong the panel shows. */
const press = (core, scopes, mode = core.element.mode) => {
  if (!core.element.disabled) quietly(depart(core, { scope: wished(core, scopes), mode }));
};

export class SellSignIn extends SellElement {
  static tag = "sell-sign-in";

  static nature = {
    kind: "sign-in",
    setsUp: true,
    delegatesFocus: true,
    saysStatus: true,
    notices: ["signed-in", "signed-out", "expiring"],
    skeleton: (core) => buttonSkeleton(core, () => press(core)),
    settings: (element) => settingsOf(present(element, SETTINGS)),
    options: (element) => {
      const { label, variant, size, disabled, mode, scope, headingLevel } = element;
      return { label, variant, size, disabled, mode, scope, headingLevel, labelled: hasContent(element) };
    },
    follow: followContent,
    deeds: (core) => ({
      "sign-in": (scopes) => press(core, scopes),
      "use-this-tab": (scopes) => press(core, scopes, "redirect"),
      "cancel-sign-in": () => core.callNow((session) => session.cancelSignIn()),
      "sign-out": () => quietly(core.element.signOut()),
    }),
  };

  /**
   * Sends the person to Sell. Call it within a click: a window opened later is blocked.
   *
   * @param {{ scope?: string | string[], mode?: "redirect" | "popup" }} [options]
   * @returns {Promise<"completed" | "blocked" | "cancelled" | "timed-out">}
   * @throws {SellError} what Sell, or the answer, was refused for
   */
  signIn(options) {
    const { scope, mode } = own(options);
    return depart(coreOf(this), { scope, mode: modeOf(mode, this.mode) });
  }

  /**
   * Asks for scopes beside those the token has, by the way of the last sign-in on this page.
   *
   * @param {string[]} scopes
   * @param {{ mode?: "redirect" | "popup" }} [options]
   * @returns {Promise<"completed" | "blocked" | "cancelled" | "timed-out">}
   * @throws {SellError} as `signIn`
   */
  requestScopes(scopes, options) {
    return departForMore(coreOf(this), scopes, options);
  }

  /**
   * Revokes the token, then forgets it even if revoking failed.
   *
   * @returns {Promise<"confirmed" | "already-dead" | "unconfirmed" | "none">} `none` where none is held
   */
  signOut() {
    return coreOf(this).signOut();
  }

  /** Forgets the token in this tab; it still works elsewhere. */
  forget() {
    quietly(coreOf(this).forget());
  }

  /** @returns {Promise<TokenInfo>} once a token is held; at once if one is */
  whenSignedIn() {
    return coreOf(this).whenSignedIn();
  }

  /**
   * Calls the API with the token, on the origin of `api-base` only.
   *
   * @param {string} path such as `/v2/deals?per_page=5`
   * @param {{ method?: string, headers?: HeadersInit, body?: BodyInit | object, signal?: AbortSignal }} [init]
   * @returns {Promise<Response>} whatever its status
   * @throws {SellError} where nothing could be sent, or no answer could be read; the signal's reason
   *   where it was aborted
   */
  request(path, init) {
    return send((deed) => coreOf(this).call(deed), path, init);
  }

  /**
   * The token itself, for a page that set `expose-token` on purpose.
   *
   * @returns {Promise<string>}
   * @throws {SellError} `token_not_exposed`, `token_expired`
   */
  async getAccessToken() {
    if (!this.exposeToken) throw sellError("token_not_exposed");
    return coreOf(this).call((session) => readToken(session, this.exposeToken));
  }

  /**
   * Looks at the setup of the page. Needs no sign-in, and no WebAssembly.
   *
   * @returns {Promise<Check[]>} what was found, and for what failed the exact line to change
   */
  check() {
    return setupChecks(this);
  }
}

furnish(SellSignIn, {
  status: ({ snapshot }) => snapshot.status,
  info: ({ snapshot }) => snapshot.info,
  grantedScopes: ({ snapshot }) => snapshot.grantedScopes,
  missingScopes: ({ snapshot }) => snapshot.missingScopes,
  expiresAt: ({ snapshot }) => snapshot.expiresAt,
  error: ({ snapshot }) => snapshot.error,
  ended: ({ ended }) => ended,
  ready: (core) => core.ready,
});
