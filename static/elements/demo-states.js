// The states that a pretend Sell can be in, and what is special about each. contract.json says in words
// what a page sees of them.

/** Seconds that a token lives at Sell unless a state says otherwise. */
const USUAL_LIFE = 3600;

/** Of the time before the end in which a page warns, the share that a token about to end has left. */
const LATE = 0.8;

/**
 * `begins`: sessions begin with a token. `first`: what is so about the first token or answer only.
 * `life`: of every token, in seconds; null has no end. `differs`: other scopes are granted than were
 * asked for. `silence`: why no call is answered.
 */
export const states = {
  "signed-out": {},
  active: { begins: true },
  expiring: { begins: true, first: { isLate: true } },
  expired: { begins: true, first: { life: 0 } },
  "never-expires": { begins: true, life: null },
  rejected: { begins: true, first: { isRefused: true } },
  unreadable: { begins: true, silence: "hidden" },
  "scopes-differ": { begins: true, differs: true },
  denied: { first: { isDenied: true } },
  offline: { begins: true, silence: "offline" },
};

/**
 * How long a token lives.
 *
 * @param {object} traits of the state
 * @param {{ warnBefore: number } | null} beginning of what session, where it is the first token
 * @returns {number | null} seconds; null has no end
 */
export const lifeOf = ({ life = USUAL_LIFE, first = {} }, beginning) => {
  if (!beginning) return life;
  if (first.isLate) return Math.max(1, Math.floor(beginning.warnBefore * LATE));
  return first.life ?? life;
};

/**
 * What is granted where scopes shall differ: the last one is missing; of a single one, another comes.
 *
 * @param {string[]} asked
 * @returns {string[]}
 */
export const otherScopes = (asked) => {
  if (asked.length > 1) return asked.slice(0, -1);
  return asked.includes("read") ? ["read", "profile"] : ["read", ...asked];
};
