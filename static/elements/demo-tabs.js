// Other tabs of the same application may be signed in for real. An ending in the demo is no news to them.

/** What the names of the channels between tabs begin with. */
const SIGNAL = "sell-elements:signal:";

/**
 * Keeps the endings of this tab to itself.
 *
 * @returns {() => void} lets them be told again
 */
export const muffleTabs = () => {
  const prototype = globalThis.BroadcastChannel?.prototype;
  if (!prototype) return () => {};
  const original = prototype.postMessage;
  let isOn = true;
  const postMessage = function (...given) {
    if (!isOn || !this.name.startsWith(SIGNAL)) return Reflect.apply(original, this, given);
  };
  prototype.postMessage = postMessage;
  return () => {
    isOn = false;
    if (prototype.postMessage === postMessage) prototype.postMessage = original;
  };
};
