// What a page writes between the tags of an element.

const UNSEEN = ["script", "style", "template"];

const isContent = (node) => {
  const { localName, nodeType } = node;
  if (localName === "slot") return node.assignedNodes({ flatten: true }).some(isContent);
  return nodeType === Node.ELEMENT_NODE ? !UNSEEN.includes(localName) : nodeType === Node.TEXT_NODE && node.data.trim() !== "";
};

/**
 * Whether an element has content without a slot of its own that is more than the white space of its
 * markup: that would fill the place of a label and show nothing.
 *
 * @param {Element} element
 * @returns {boolean}
 */
export const hasContent = (element) => [...element.childNodes].some((node) => !node.slot && isContent(node));

/**
 * Shows an element anew when content comes or goes: as a node, in the text of one, or through a slot
 * that hands it on.
 *
 * @param {Core} core
 * @param {ShadowRoot} root
 */
export const followContent = (core, root) => {
  const { element } = core;
  let had = hasContent(element);
  const look = () => {
    const has = hasContent(element);
    if (has === had) return;
    had = has;
    core.update();
  };
  root.addEventListener("slotchange", look);
  new MutationObserver(look).observe(element, { childList: true, characterData: true, subtree: true });
};
