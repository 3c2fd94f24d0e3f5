// The focus of a panel whose drawing changes: it goes on to what comes in the place of what had it.

import { framed } from "./frame.js";

/** What can be worked with, and the answer, which is the result of most that was done. */
const TAKES_FOCUS = "#sell-verdict, :is(a[href], button, input, select, textarea, summary):not(:disabled)";

/** Whether it is in a dialog that was closed. */
const isShut = (node) => Boolean(node.closest("dialog:not([open])"));

/**
 * Keeps the focus in a shadow root when what holds it is taken out of the drawing, or disabled for a
 * while. It never takes the focus from anything else, nor gives it to a person who has left.
 *
 * @param {ShadowRoot} root
 */
export const keepFocus = (root) => {
  /** What holds the focus, or held it when it was taken out or disabled. */
  let holder = null;
  /** Where to look for what comes in its place: what was drawn around it. */
  let place = root;
  /** What holds the focus while nothing else can. */
  let panel = null;

  const isOn = (node) => root.activeElement === node;
  /** Browsers give the focus of what is taken out or disabled to nobody, which is the body. */
  const isNobodys = () => (document.activeElement ?? document.body) === document.body;

  const focusOn = (node) => {
    node.focus();
    return isOn(node);
  };

  const isOnNext = () => {
    for (let around = root.contains(place) ? place : root; around; around = around.parentNode) {
      if ([...around.querySelectorAll(TAKES_FOCUS)].some(focusOn)) return true;
    }
    return false;
  };

  const goOn = () => {
    if (root.activeElement) return;
    if (!isNobodys() || !root.host.isConnected) {
      holder = null;
    } else if (framed() && !document.hasFocus()) {
      // From within a frame it would be taken from the page around it.
      addEventListener("focus", () => setTimeout(goOn), { once: true });
    } else if (!isOnNext()) {
      panel = root.firstElementChild;
      panel.tabIndex = -1;
      panel.focus();
    }
  };

  const changed = (records) => {
    if (!holder) return;
    if (!root.contains(holder)) {
      const took = ({ target, removedNodes }) => root.contains(target) && [...removedNodes].some((node) => node.contains(holder));
      place = records.find(took)?.target ?? root;
      goOn();
    } else if (holder === panel && isOn(panel)) {
      isOnNext();
    } else if (isNobodys() && !holder.disabled) {
      place = holder.parentNode;
      if (isShut(holder)) goOn();
      else holder.focus();
    }
  };

  root.addEventListener("focusin", ({ target }) => {
    // What the page has put into a slot is the page's.
    if (root.contains(target)) holder = target;
  });
  // Some browsers tell of the end of a focus when its holder is taken out, disabled or shut away. In
  // a window that loses the focus the holder stays the holder.
  root.addEventListener("focusout", ({ target }) => {
    queueMicrotask(() => {
      const couldStay = target.isConnected && !target.disabled && !isShut(target);
      if (holder === target && couldStay && !isOn(target)) holder = null;
    });
  });
  new MutationObserver(changed).observe(root, { subtree: true, childList: true, attributeFilter: ["disabled", "open"] });
};
