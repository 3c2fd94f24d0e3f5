// A run of many calls, at a pace Sell allows: ten a second for each token is its limit.

/** Calls under way at once. */
const MOST = 2;
/** Milliseconds between the beginnings of two calls: five a second. */
const PACE = 200;
/** Milliseconds to wait after "too many calls" that waiting as long as Sell says did not end. */
const PAUSE = 2000;
/** How often a call is made again for that reason. */
const AGAIN = 2;

/**
 * A pause that ends at once when it is given up.
 *
 * @param {number} milliseconds
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export const pause = (milliseconds, signal) =>
  new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    if (signal.aborted) end();
    else signal.addEventListener("abort", end);
  });

/**
 * Makes calls one after the other, two at a time. Ends early on a refused token or when stopped;
 * waits when there were too many, and makes that call again.
 *
 * @param {CallSpec[]} specs
 * @param {(spec: CallSpec, control: AbortController) => Promise<CallResult>} perform
 * @param {AbortController} control
 * @returns {Promise<CallResult[]>} the results there are, in the order of the calls
 * @throws {SellError} where a call could not be sent
 */
export const runCalls = async (specs, perform, control) => {
  const { signal } = control;
  const results = new Map();
  const queue = [...specs];
  const again = new Map();
  let next = 0;
  const turn = async () => {
    const wait = Math.max(0, next - performance.now());
    next = Math.max(next, performance.now()) + PACE;
    if (wait > 0) await pause(wait, signal);
  };
  const work = async () => {
    while (queue.length > 0 && !signal.aborted) {
      const spec = queue.shift();
      await turn();
      if (signal.aborted) return;
      const one = new AbortController();
      const stop = () => one.abort();
      signal.addEventListener("abort", stop);
      const result = await perform(spec, one).finally(() => signal.removeEventListener("abort", stop));
      results.set(spec, result);
      if (result.verdict === "token-refused") control.abort();
      const times = again.get(spec) ?? 0;
      if (result.verdict === "rate-limited" && times < AGAIN && !one.signal.aborted) {
        again.set(spec, times + 1);
        next = performance.now() + PAUSE;
        queue.unshift(spec);
      }
    }
  };
  try {
    await Promise.all(Array.from({ length: MOST }, work));
  } catch (error) {
    // Stopping ends what is under way by an error of its own.
    if (!signal.aborted) throw error;
  } finally {
    control.abort();
  }
  return specs.filter((spec) => results.has(spec)).map((spec) => results.get(spec));
};
