// The one place that writes to the console: words for whoever writes the page, each once.

const said = new Set();

/**
 * Tells the author of the page about a mistake in it, once for each page.
 *
 * @param {string} text what is wrong and what to write instead; never a value that could be secret
 */
export const warnOnce = (text) => {
  if (said.has(text)) return;
  said.add(text);
  console.warn("sell-elements: " + text);
};
