// How sessions get to where a demo begins: they sign in as ever, by a window that nobody sees. So what
// they keep is what every session keeps.

import { signInElementOf, signInElements } from "./demo-elements.js";
import { remember } from "./demo-memory.js";

/** Where a session does not say when it warns. */
const USUAL_WARNING = 300;

const hush = (event) => event.stopImmediatePropagation();

/** Nobody pressed anything, so the page is not asked whether it may be. */
const unasked = (deed) => {
  addEventListener("sell-before-sign-in", hush, true);
  try {
    return deed();
  } finally {
    removeEventListener("sell-before-sign-in", hush, true);
  }
};

const nothing = () => {};

/** Nobody is signed in then, nor on the way. */
const IDLE = ["signed-out", "expired", "rejected", "failed"];

const nameOf = ({ clientId, session }) => clientId + " " + session;

export class Beginnings {
  #memory;
  #doorway;
  #sessions;

  /**
   * @param {{ begun: string[] }} memory the names of sessions that have had their beginning
   * @param {{ beginning: object | null }} doorway of `turnWindows`
   * @param {Set<SellSignIn | SellSession>} sessions that were begun; added to here
   */
  constructor(memory, doorway, sessions) {
    this.#memory = memory;
    this.#doorway = doorway;
    this.#sessions = sessions;
  }

  /**
   * Signs a session in that nobody is signed in to.
   *
   * @param {SellSignIn | SellSession} session
   */
  async begin(session) {
    await session.ready;
    if (!IDLE.includes(session.status)) return;
    this.#sessions.add(session);
    this.#doorway.beginning = { warnBefore: session.warnBefore ?? USUAL_WARNING };
    const signedIn = unasked(() => session.signIn({ mode: "popup" }));
    this.#doorway.beginning = null;
    // A token that is dead from the start is what some states are about.
    await signedIn.catch(nothing);
  }

  /**
   * Does so for the session of every element, once in a tab: what the person does then stays done.
   *
   * @returns {() => void} leaves later elements alone
   */
  watch() {
    const heard = (event) => this.#consider(signInElementOf(event));
    addEventListener("sell-status", heard);
    signInElements().forEach((element) => this.#consider(element));
    return () => removeEventListener("sell-status", heard);
  }

  #consider(element) {
    if (!element || !IDLE.includes(element.status) || this.#memory.begun.includes(nameOf(element))) return;
    this.#memory.begun.push(nameOf(element));
    remember(this.#memory);
    // What goes wrong the element says itself.
    this.begin(element).catch(nothing);
  }
}
