// The sign-in elements of the page, in whichever open shadow root they sit.

const isSignIn = (element) => "requestScopes" in element && "forget" in element;

/**
 * @param {Document | ShadowRoot} root
 * @returns {Element[]} those whose class is there
 */
export const signInElements = (root = document) => {
  const inside = [...root.querySelectorAll("*")];
  const below = inside.flatMap(({ shadowRoot }) => (shadowRoot ? signInElements(shadowRoot) : []));
  return [...inside.filter(isSignIn), ...below];
};

/** @returns {Element | null} the sign-in element that an event was fired at */
export const signInElementOf = (event) => {
  const [target] = event.composedPath();
  return target instanceof Element && isSignIn(target) ? target : null;
};
