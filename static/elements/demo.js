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
import { warnOnce } from "./warn.js";

const USUAL_STATE = "signed-out";

/** The demo of this page. */
let running = null;

/** A name that nobody takes for a real one. */
const sample = (name, usual) => (!name ? usual : /\bsample\b/i.test(name) ? name : "Sample: " + name);

const HELD = ["active", "expiring", "signing-in"];

/** Whether somebody is signed in for real, or on the way to it. */
const isInUse = () =>
  keepsRealToken() || (!running && signInElements().some((element) => HELD.includes(element.status) && !keepsDemoToken(element)));

/** Why it cannot begin, if it cannot. */
const obstacle = (state) => {
  if (!Object.hasOwn(states, state)) return "there is no demo state of this name. Choose one of: " + Object.keys(states).join(", ") + ".";
  if (isInUse()) return "the demo does not begin, because this tab holds a real token. Sign out, or open a new tab.";
  return null;
};

/** Goes on where the tab left off, or begins anew where another state is asked for. */
const memoryOf = (state) => {
  const before = recall();
  if (before?.state === state && Array.isArray(before.begun) && Array.isArray(before.revoked)) return before;
  endSessions(signInElements().filter(keepsDemoToken));
  const memory = { state, begun: [], revoked: [], isDenied: false };
  remember(memory);
  return memory;
};

/** Forgets the tokens of demos, those in storage too, whose sessions have not begun. */
const endSessions = (sessions) => {
  const unmuffle = muffleTabs();
  for (const session of sessions) {
    try {
      session.forget();
    } catch {
      // It was destroyed, and holds nothing any more.
    }
  }
  dropDemoTokens();
  unmuffle();
};

/** All that is put into the page's way, and how it is taken out of it. */
const install = (state, memory, { scopes, owner, account, apiBase }) => {
  const records = sampleRecords({ owner: sample(owner, "Sample Owner"), account: sample(account, "Sample account") });
  const sell = new PretendSell(state, memory, scopes, records);
  const doorway = { beginning: null };
  const beginnings = new Beginnings(memory, doorway);
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
 * @throws {Error} where a real token is held, or the state does not exist
 */
export const startDemo = (options = {}) => {
  const state = options.state ?? recall()?.state ?? USUAL_STATE;
  const reason = obstacle(state);
  if (reason) throw new Error(reason);
  running?.remove();
  const { beginnings, remove } = install(state, memoryOf(state), options);
  const demo = {
    state,
    begin: async (session) => {
      if (states[state].begins) await beginnings.begin(session);
    },
    stop: () => {
      if (running !== own) return;
      running = null;
      // First the tokens, so that none is left when the network is back.
      endSessions([...beginnings.all, ...signInElements().filter(keepsDemoToken)]);
      forgetDemo();
      remove();
    },
  };
  const own = (running = { remove });
  return demo;
};

const fromAddress = () => {
  const query = new URL(import.meta.url).searchParams;
  const text = (name) => query.get(name) || undefined;
  return { state: text("state"), scopes: text("scopes")?.split(" "), owner: text("owner"), account: text("account"), apiBase: text("api-base") };
};

if (globalThis.document) {
  try {
    startDemo(fromAddress());
  } catch (error) {
    warnOnce(error.message);
  }
}
