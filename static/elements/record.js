// The record of a token that this tab keeps, by its name alone. What is in it is the module's.

/** What the names of such records begin with; client and session follow. */
export const GRANTS = "sell-elements:grant:";

const named = (...names) => names.map(encodeURIComponent).join(":");

/** The name of the record of a client's session. */
export const recordOf = (client, session) => GRANTS + named(client, session);

/** Whether this tab keeps a token for a session of this name, whichever client's it is. */
export const keepsRecord = (session) => {
  const isRecord = (key) => key.startsWith(GRANTS) && key.endsWith(named("", session));
  return Object.keys(sessionStorage).some(isRecord);
};
