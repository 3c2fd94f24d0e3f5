// <sell-scopes>: which API calls the token's scopes allow, expected and measured.

import { runCalls } from "./call-run.js";
import { makeCall, measured } from "./call.js";
import { departForMore, departures } from "./departure.js";
import { SellElement, coreOf, furnish } from "./element.js";
import { quietly, sellError } from "./errors.js";
import { callsSkeleton } from "./skeleton.js";

/** What each element was given, and what it measured. */
const desks = new WeakMap();

const deskOf = (element) => {
  if (!desks.has(element)) desks.set(element, { calls: [], results: new Map(), control: null });
  return desks.get(element);
};

const granted = ({ info }) => info?.granted ?? null;

const keep = (core, result) => {
  deskOf(core.element).results.set(result.id, result);
  core.fire("call", { result });
  core.update();
  return result;
};

const perform = async (core, spec, signal) => {
  const request = (path, init) => core.call((session) => session.request(path, init));
  return keep(core, await makeCall(spec, { request, granted: granted(core.snapshot), signal }));
};

/** A call that the person made in the panel. */
const called = async (core, { id, ...answer }) => {
  const spec = (await builtInCalls(core)).find((call) => call.id === id);
  keep(core, measured(spec, granted(core.snapshot), answer));
};

const builtInCalls = (core) => core.call((_session, engine) => engine.builtInCalls());

/** The built-in calls and the host's own; one of the host's replaces a built-in of the same id. */
const allCalls = async (core) => {
  const builtIn = await builtInCalls(core);
  const byId = new Map([...builtIn, ...deskOf(core.element).calls].map((spec) => [spec.id, spec]));
  const all = [...byId.values()];
  return core.element.noWrite ? all.filter(({ effect }) => effect === "none") : all;
};

export class SellScopes extends SellElement {
  static tag = "sell-scopes";

  static nature = {
    kind: "scopes",
    setsUp: false,
    delegatesFocus: false,
    saysStatus: false,
    notices: [],
    skeleton: ({ element }) => callsSkeleton(element),
    options: (element) => ({
      noWrite: element.noWrite,
      headingLevel: element.headingLevel,
      calls: element.calls,
      results: element.results,
    }),
    deeds: (core) => ({
      ...departures(core),
      called: (answer) => quietly(called(core, answer)),
    }),
  };

  /** @returns {CallSpec[]} the host's own calls, beside the built-in ones */
  get calls() {
    return [...deskOf(this).calls];
  }

  set calls(calls) {
    deskOf(this).calls = Array.isArray(calls) ? [...calls] : [];
    coreOf(this).update();
  }

  /**
   * Makes one call.
   *
   * @param {string} id
   * @returns {Promise<CallResult>}
   * @throws {SellError} `not_found` for an unknown id; why nothing could be sent
   */
  async run(id) {
    const core = coreOf(this);
    const spec = (await allCalls(core)).find((call) => call.id === id);
    if (!spec) throw sellError("not_found");
    return perform(core, spec);
  }

  /**
   * Makes all calls that change nothing, at most two at a time and five a second.
   *
   * @returns {Promise<CallResult[]>} the results there are; fewer when it was stopped
   * @throws {SellError} where nothing could be sent
   */
  async runReads() {
    this.stop();
    const core = coreOf(this);
    const control = (deskOf(this).control = new AbortController());
    const reads = (await allCalls(core)).filter(({ effect }) => effect === "none");
    return runCalls(reads, (spec, signal) => perform(core, spec, signal), control);
  }

  /** Ends a run. */
  stop() {
    deskOf(this).control?.abort();
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
    const report = coreOf(this).callNow((session) => session.report());
    return report ? { ...report, calls: this.results } : null;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    queueMicrotask(() => {
      if (!this.isConnected) this.stop();
    });
  }
}

furnish(SellScopes, {
  results: ({ element }) => [...deskOf(element).results.values()],
});
