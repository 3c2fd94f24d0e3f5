// Other tabs of the same application may be signed in for real. An ending in the demo is no news to them.

/** What the word between tabs begins with, as a channel and as a key. */
const SIGNAL = "sell-elements:signal:";

/** Replaces a method by one that does nothing for a certain first argument or receiver. */
const muffled = (prototype, name, isSignal) => {
  const original = prototype[name];
  let isOn = true;
  const method = function (...given) {
    if (!isOn || !isSignal(this, given)) return Reflect.apply(original, this, given);
  };
  prototype[name] = method;
  return () => {
    isOn = false;
    if (prototype[name] === method) prototype[name] = original;
  };
};

/**
 * Keeps the endings of this tab to itself.
 *
 * @returns {() => void} lets them be told again
 */
export const muffleTabs = () => {
  const ends = [muffled(Storage.prototype, "setItem", (_, [key]) => String(key).startsWith(SIGNAL))];
  if (globalThis.BroadcastChannel) {
    ends.push(muffled(BroadcastChannel.prototype, "postMessage", ({ name }) => name.startsWith(SIGNAL)));
  }
  return () => ends.forEach((end) => end());
};
