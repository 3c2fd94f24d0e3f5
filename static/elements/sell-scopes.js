// <sell-scopes>: which API calls the token's scopes allow, expected and measured.

import { pause, runCalls } from "./call-run.js";
import { callSpecs } from "./call-spec.js";
import { givenUp, makeCall, measured } from "./call.js";
import { departForMore, departures } from "./departure.js";
import { SellElement, coreOf, furnish } from "./element.js";
import { asSellError, quietly } from "./errors.js";
import { sandboxTokens } from "./frame.js";
import { callsSkeleton } from "./skeleton.js";
import { warnOnce } from "./warn.js";

/** Statuses in which no token is held any more. */
const GONE = ["signed-out", "expired", "rejected"];

/**
 * What each element was given (`calls`, each body as JSON text), what it knows of which `token`
 * (`answers` and their results, the latest last), what is `under` way by what can end it, the `run`
 * of many, and the call that is spoken of.
 */
const desks = new WeakMap();

const deskOf = (element) => {
  if (!desks.has(element)) desks.set(element, { calls: [], token: "", answers: new Map(), under: new Map(), run: null, last: null });
  return desks.get(element);
};

/** Answers are about the token that was asked with: they go when it does. Says whether they went. */
const followToken = ({ element, snapshot: { status, info } }) => {
  const desk = deskOf(element);
  const isGone = GONE.includes(status);
  const token = isGone ? "" : info?.fingerprint || desk.token;
  const isOther = isGone || (desk.token !== "" && token !== desk.token);
  const isNews = isOther && desk.answers.size > 0;
  if (isOther) Object.assign(desk, { answers: new Map(), last: null });
  desk.token = token;
  return isNews;
};

const BUILT_IN = (_session, engine) => engine.builtInCalls();
const reads = ({ effect }) => effect === "none";

/** The built-in calls and the host's own; one of the host's replaces a built-in of the same id. */
const allCalls = (element, builtIn = []) => {
  const byId = new Map([...builtIn, ...deskOf(element).calls].map((spec) => [spec.id, spec]));
  return [...byId.values()];
};

const offered = (element, builtIn) => {
  const all = allCalls(element, builtIn);
  return element.noWrite ? all.filter(reads) : all;
};

/** What the panel shows: each call, and where it stands. */
const shown = (core) => {
  followToken(core);
  const { element } = core;
  const { under, answers, last } = deskOf(element);
  const waits = new Map([...under.values()].map((call) => [call.id, call.waits]));
  // An answer is that of the call that was made, not of another one that has its id now.
  const answered = ({ id, method, path }) => {
    const { answer, of } = answers.get(id) ?? {};
    return of === method + path ? answer : undefined;
  };
  const stands = (spec) => (waits.has(spec.id) ? { waits: waits.get(spec.id) } : answered(spec));
  const builtIn = core.callNow(BUILT_IN);
  const scopes = ({ needs }) => needs.map((set) => set.join(" "));
  const calls = offered(element, builtIn).map((spec) => ({ ...spec, needs: scopes(spec), ...stands(spec) }));
  return { calls, last, leftOut: calls.length < allCalls(element, builtIn).length };
};

/** Makes the pause that Sell asks for, which can be seen and ended. Says whether to go on. */
const wait = async (core, call, seconds, signal) => {
  deskOf(core.element).last = call.id;
  for (call.waits = seconds; call.waits > 0 && !signal.aborted; call.waits--) {
    core.update();
    await pause(1000, signal);
  }
  call.waits = 0;
  core.update();
  return !signal.aborted;
};

const keep = (desk, { method, path }, answer, result) => {
  desk.answers.delete(result.id);
  desk.answers.set(result.id, { answer, result, of: method + path });
  if (result.verdict !== "allowed") desk.last = result.id;
};

const perform = async (core, spec, control) => {
  const desk = deskOf(core.element);
  const { answers } = desk;
  const { signal } = control;
  const call = { id: spec.id, waits: 0 };
  desk.under.set(control, call);
  core.update();
  try {
    const answer = await makeCall(core, spec, signal, (seconds) => wait(core, call, seconds, signal));
    const isOfToken = desk.answers === answers;
    // Of an answer to a token that has gone nobody knows any more where it quotes it.
    const words = isOfToken ? answer : { ...answer, code: "", logref: "" };
    const result = measured(spec, core.snapshot.info?.granted ?? null, words);
    if (isOfToken) keep(desk, spec, answer, result);
    core.fire("call", { result });
    return result;
  } finally {
    desk.under.delete(control);
    core.update();
  }
};

/** The call at a place of the list that the panel shows; nothing where there is none. */
const callAt = (core, place) => offered(core.element, core.callNow(BUILT_IN))[place];

const EFFECTS = { creates: "Creates data", changes: "Changes data", deletes: "Deletes data" };

/** Whether a person who pressed means it: what changes data is asked about first. */
const isMeant = (core, spec) => {
  if (reads(spec)) return true;
  const { method, path, title, effect } = spec;
  const modals = sandboxTokens()?.includes("allow-modals") ?? true;
  if (!modals) warnOnce("sell-scopes makes no call that changes data in a frame without allow-modals: it cannot ask before.");
  return confirm(method + " " + path + "\n" + title + "\n\n" + core.say(EFFECTS[effect]) + ". " + core.say("Run it?"));
};

const notThere = (title, why, todo) => asSellError({ kind: "not_found", title, why, todo, retryable: false });

/** Ends what is under way: all of it, or one call. */
const endCalls = (element, id) => {
  for (const [control, call] of deskOf(element).under) if (id === undefined || call.id === id) control.abort(givenUp());
};

export class SellScopes extends SellElement {
  static tag = "sell-scopes";

  static nature = {
    kind: "scopes",
    setsUp: false,
    delegatesFocus: false,
    saysStatus: false,
    notices: [],
    skeleton: callsSkeleton,
    options: (element) => ({ headingLevel: element.headingLevel, ...shown(coreOf(element)) }),
    changed: (core) => followToken(core) && core.update(),
    deeds: (core) => ({
      ...departures(core),
      run: (place) => {
        const spec = callAt(core, place);
        if (spec && isMeant(core, spec)) quietly(core.element.run(spec.id));
      },
      "stop-call": (place) => endCalls(core.element, callAt(core, place)?.id ?? ""),
    }),
  };

  /** @returns {CallSpec[]} the host's own calls, beside the built-in ones */
  get calls() {
    const given = deskOf(this).calls.map(({ body, ...spec }) => (body ? { ...spec, body: JSON.parse(body) } : spec));
    return structuredClone(given);
  }

  /** @throws {TypeError} names what is wrong with a call; the calls then stay as they were */
  set calls(calls) {
    deskOf(this).calls = callSpecs(calls);
    coreOf(this).update();
  }

  /**
   * Makes one call.
   *
   * @param {string} id
   * @returns {Promise<CallResult>}
   * @throws {SellError} `not_found` for an id that is unknown or left out; why nothing was sent, or that it was stopped
   */
  async run(id) {
    const core = coreOf(this);
    const spec = allCalls(this, await core.call(BUILT_IN)).find((call) => call.id === id);
    if (!spec) throw notThere("There is no such call", "No call of this id is known to the element.", "Check the id, or add the call to calls.");
    if (this.noWrite && !reads(spec)) throw notThere("This call is left out", "It changes data, and no-write is set.", "Take no-write away to make it.");
    deskOf(this).last = id;
    return perform(core, spec, new AbortController());
  }

  /**
   * Makes all calls that change nothing, at most two at a time and five a second.
   *
   * @returns {Promise<CallResult[]>} the results there are; fewer when it was stopped
   * @throws {SellError} where nothing could be sent
   */
  async runReads() {
    const core = coreOf(this);
    const desk = deskOf(this);
    desk.run?.abort();
    const control = (desk.run = new AbortController());
    const specs = allCalls(this, await core.call(BUILT_IN)).filter(reads);
    desk.last = null;
    return runCalls(specs, (spec, one) => perform(core, spec, one), control);
  }

  /** Ends all that is under way. A call that waits for Sell has the answer that it waits upon. */
  stop() {
    deskOf(this).run?.abort();
    endCalls(this);
  }

  /**
   * Asks for scopes beside those the token has, by the way of the last sign-in on this page.
   *
   * @param {string[]} scopes
   * @param {{ mode?: "redirect" | "popup" }} [options]
   * @returns {Promise<"completed" | "blocked" | "cancelled" | "timed-out">}
   * @throws {SellError}
   */
  requestScopes(scopes, options) {
    return departForMore(coreOf(this), scopes, options);
  }

  /** @returns {Report | null} what can be handed to support; null before the session is known */
  report() {
    return coreOf(this).report();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.stop();
    });
  }
}

furnish(SellScopes, {
  results: ({ element }) => [...deskOf(element).answers.values()].map(({ result }) => result),
});
