// What a demo remembers in its tab, and whose tokens it finds there.

import { isDemoToken } from "./demo-token.js";
import { GRANTS, recordOf } from "./record.js";

const OWN = "sell-elements:demo";

/** Storage may be blocked, and anybody may have written into it. */
const tried = (deed, otherwise) => {
  try {
    return deed();
  } catch {
    return otherwise;
  }
};

const tokenAt = (key) => tried(() => String(JSON.parse(sessionStorage.getItem(key)).access_token), "");

const grantKeys = () => tried(() => Object.keys(sessionStorage).filter((key) => key.startsWith(GRANTS)), []);

/** @returns {boolean} whether this tab keeps a token that is no demo's, or that cannot be read */
export const keepsRealToken = () => grantKeys().some((key) => !isDemoToken(tokenAt(key)));

/**
 * Whether the token that this tab keeps for a session is a demo's.
 *
 * @param {{ clientId: string, session: string }} names
 */
export const keepsDemoToken = ({ clientId, session }) => isDemoToken(tokenAt(recordOf(clientId, session)));

/** Removes the tokens of demos, and no others. */
export const dropDemoTokens = () => {
  for (const key of grantKeys()) if (isDemoToken(tokenAt(key))) sessionStorage.removeItem(key);
};

/**
 * What was remembered.
 *
 * @returns {{ state: string, begun: string[], revoked: string[], isDenied: boolean } | null}
 */
export const recall = () => tried(() => JSON.parse(sessionStorage.getItem(OWN)), null);

/** Keeps this from page to page, as long as the tab. */
export const remember = (memory) => tried(() => sessionStorage.setItem(OWN, JSON.stringify(memory)));

/** Forgets everything. */
export const forgetDemo = () => tried(() => sessionStorage.removeItem(OWN));
