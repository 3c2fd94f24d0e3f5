// Whether and how this page is framed.

/** @returns {boolean} whether the page sits in a frame of another */
export const framed = () => globalThis.top !== globalThis.self;

/**
 * What a sandboxed frame forbids, as far as a page may look: a frame of the same origin shows its
 * own attribute, one of another origin does not.
 *
 * @returns {string[] | null} the tokens of `sandbox`; null when there is none or it is out of sight
 */
export const sandboxTokens = () => {
  try {
    const { sandbox } = globalThis.frameElement ?? {};
    return globalThis.frameElement?.hasAttribute("sandbox") ? [...sandbox] : null;
  } catch {
    return null;
  }
};
