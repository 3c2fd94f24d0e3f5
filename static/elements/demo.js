// A pretend Sell inside the page, for showing the elements and for building with them: no account, no
// server, and nothing is sent. It begins when it is imported, in the state that its own address names.

import { Beginnings } from "./demo-beginnings.js";
import { turnRedirects, turnWindows } from "./demo-departures.js";
import { signInElements } from "./demo-elements.js";
import { showLabel } from "./demo-label.js";
import { dropDemoTokens, forgetDemo, keepsDemoToken, keepsRealToken, recall, remember } from "./demo-memory.js";
import { interceptFetch, pretendOffline } from "./demo-network.js";
import { sampleRecords } from "./demo-records.js";
import { PretendSell } from "./demo-sell.js";
import { states } from "./demo-states.js";
import { muffleTabs } from "./demo-tabs.js";
import { sellError } from "./errors.js";
import { warnOnce } from "./warn.js";

const USUAL_STATE = "signed-out";

/**
 * Where the demo of this page is held: every address of this script is a module of its own, and there
 * is one demo for all of them. `sessions`: those that were begun, `remove()`: takes it out of the way.
 */
const HOLDER = Symbol.for("sell-elements.demo");

/** A name that nobody takes for a real one. */
const sample = (name, usual) => (!name ? usual : /\bsample\b/i.test(name) ? name : "Sample: " + name);

const HELD = ["active", "expiring", "signing-in"];

/** Whether what an element holds is a demo's. While one runs, nothing else can come to be held. */
const isOurs = (element) => Boolean(globalThis[HOLDER]) || keepsDemoToken(element);

/** Whether somebody is signed in for real, or on the way to it. */
const isInUse = () =>
  keepsRealToken() || signInElements().some((element) => HELD.includes(element.status) && !isOurs(element));

/** Why it cannot begin, if it cannot. */
const obstacle = (state) => {
  if (!Object.hasOwn(states, state)) return "there is no demo state of this name. Choose one of: " + Object.keys(states).join(", ") + ".";
  if (isInUse()) return "the demo does not begin, because this tab holds a real token. Sign out, or open a new tab.";
  return null;
};

/** Where the demo of this tab is, if there was one. */
const stateOfTab = () => {
  const known = recall()?.state;
  return Object.hasOwn(states, known) ? known : USUAL_STATE;
};

/** Goes on where the tab left off, or begins anew where another state is asked for. */
const memoryOf = (state, sessions) => {
  const before = recall();
  if (before?.state === state && Array.isArray(before.begun) && Array.isArray(before.revoked)) return before;
  endSessions(sessions);
  const memory = { state, begun: [], revoked: [], isDenied: false };
  remember(memory);
  return memory;
};

/** Forgets the tokens of demos: of these sessions, of elements, and of sessions that are not open. */
const endSessions = (sessions) => {
  const unmuffle = muffleTabs();
  for (const session of [...sessions, ...signInElements().filter(isOurs)]) {
    try {
      session.forget();
    } catch {
      // It was destroyed, and holds nothing any more.
    }
  }
  dropDemoTokens();
  unmuffle();
};

/** Puts all of it into the page's way. */
const install = (state, memory, sessions, { scopes, owner, account, apiBase }) => {
  const records = sampleRecords({ owner: sample(owner, "Sample Owner"), account: sample(account, "Sample account") });
  const sell = new PretendSell(state, memory, scopes, records);
  const doorway = { beginning: null };
  const beginnings = new Beginnings(memory, doorway, sessions);
  const ends = [interceptFetch(sell, apiBase), turnWindows(sell, doorway), turnRedirects(sell), muffleTabs(), showLabel()];
  if (states[state].silence === "offline") ends.push(pretendOffline());
  if (states[state].begins) ends.push(beginnings.watch());
  return { beginnings, remove: () => ends.forEach((end) => end()) };
};

/**
 * Begins the demo; one that runs is replaced. A state is where a tab begins: a reload goes on from what
 * was done since, another state begins anew.
 *
 * @param {DemoOptions} [options]
 * @returns {Demo}
 * @throws {Error} where a real token is held, or the state does not exist; a `SellError` where there is
 *   no page
 */
export const startDemo = (options = {}) => {
  if (!globalThis.document) throw sellError("pageless");
  const state = options.state ?? stateOfTab();
  const reason = obstacle(state);
  if (reason) throw new Error(reason);
  const before = globalThis[HOLDER];
  const sessions = before?.sessions ?? new Set();
  const memory = memoryOf(state, sessions);
  before?.remove();
  const { beginnings, remove } = install(state, memory, sessions, options);
  const own = (globalThis[HOLDER] = { sessions, remove });
  return {
    state,
    begin: async (session) => {
      if (globalThis[HOLDER] === own && states[state].begins) await beginnings.begin(session);
    },
    stop: () => {
      if (globalThis[HOLDER] !== own) return;
      // First the tokens, so that none is left when the network is back.
      endSessions(sessions);
      forgetDemo();
      remove();
      delete globalThis[HOLDER];
    },
  };
};

const fromAddress = (query) => {
  const text = (name) => query.get(name) || undefined;
  return { state: text("state"), scopes: text("scopes")?.split(" "), owner: text("owner"), account: text("account"), apiBase: text("api-base") };
};

/** A second import that says nothing leaves the demo that runs as it is. */
const begin = () => {
  const query = new URL(import.meta.url).searchParams;
  if (globalThis[HOLDER] && query.size === 0) return;
  try {
    startDemo(fromAddress(query));
  } catch (error) {
    warnOnce(error.message);
  }
};

if (globalThis.document) begin();
