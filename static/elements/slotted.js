// What a page writes between the tags of an element.

const isContent = (node) => {
  if (node.localName === "slot") return node.assignedNodes({ flatten: true }).some(isContent);
  return node.nodeType === Node.ELEMENT_NODE || (node.nodeType === Node.TEXT_NODE && node.data.trim() !== "");
};

/**
 * Whether an element has content without a slot of its own that is more than the white space of its
 * markup: that would fill the place of a label and show nothing.
 *
 * @param {Element} element
 * @returns {boolean}
 */
export const hasContent = (element) => [...element.childNodes].some((node) => !node.slot && isContent(node));
