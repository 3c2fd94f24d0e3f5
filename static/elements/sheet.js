// The one stylesheet, constructed: a strict policy drops <style> and style="…", but allows this.

import { styles } from "./styles.js";

/** A constructed sheet serves one document only. */
const sheets = new WeakMap();

/**
 * Gives a shadow root the stylesheet.
 *
 * @param {ShadowRoot} root
 */
export const dress = (root) => {
  const { ownerDocument } = root;
  if (!sheets.has(ownerDocument)) {
    const sheet = new ownerDocument.defaultView.CSSStyleSheet();
    sheet.replaceSync(styles);
    sheets.set(ownerDocument, sheet);
  }
  root.adoptedStyleSheets = [sheets.get(ownerDocument)];
};
