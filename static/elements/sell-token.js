// <sell-token>: what a token is worth, the session's own or a pasted one.

import { departures } from "./departure.js";
import { SellElement, coreOf, furnish } from "./element.js";
import { quietly } from "./errors.js";
import { saveReport } from "./report.js";
import { tokenSkeleton } from "./skeleton.js";

export class SellToken extends SellElement {
  static tag = "sell-token";

  static nature = {
    kind: "token",
    setsUp: false,
    delegatesFocus: false,
    saysStatus: true,
    notices: ["inspected"],
    skeleton: tokenSkeleton,
    options: ({ source, noRevoke, noReveal, headingLevel }) => ({ source, noRevoke, noReveal, headingLevel }),
    deeds: departures,
  };

  /**
   * Asks Sell what a token is worth. Nothing of it is stored.
   *
   * @param {string} [token] the token, or a text with it inside; without it the session's own
   * @returns {Promise<TokenInfo>}
   * @throws {SellError} `paste_unrecognised`, `token_refused`, or why Sell could not be asked
   */
  inspect(token) {
    return coreOf(this).call((session) => session.inspect(token));
  }

  /** Puts the pasted token away. */
  clear() {
    quietly(coreOf(this).call((session) => session.clearInspection()));
  }

  /**
   * Asks Sell to end the session's token.
   *
   * @returns {Promise<"confirmed" | "already-dead" | "unconfirmed">}
   */
  revoke() {
    return coreOf(this).call((session) => session.revoke());
  }

  /** @returns {Report | null} what can be handed to support; null before the session is known */
  report() {
    return coreOf(this).report();
  }

  /** Saves the report as a file. */
  downloadReport() {
    const report = this.report();
    if (report) saveReport(report);
  }
}

furnish(SellToken, {
  status: ({ snapshot }) => snapshot.status,
  info: ({ snapshot, element }) => {
    const pasted = element.source === "session" ? null : snapshot.inspected;
    return pasted ?? (element.source === "paste" ? null : snapshot.info);
  },
  error: ({ snapshot }) => snapshot.error,
});
