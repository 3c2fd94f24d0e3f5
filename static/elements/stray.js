// An answer that nobody took: it came to a page that has neither the script of callback.html nor
// capture.js before all others, as where a site shows its start for every path that is not there.

/**
 * Takes such an answer out of the address, with all that stands behind its path, and leaves word for
 * the session to say so. It is not believed: other scripts may have run before.
 */
export const dropStray = () => {
  const { href } = location;
  const [, mark, code] = /state=(popup\.)?([\w-]{43})/.exec(href) ?? [];
  // Where the script that takes answers has run, whatever is left is not ours, or waits to be shown.
  if (!code || window[Symbol.for("sell-elements.capture")]) return;
  try {
    if (!mark && !sessionStorage.getItem("sell-elements:attempts").includes(code)) return;
    history.replaceState(history.state, "", href.split(/[?#]/)[0]);
    sessionStorage.removeItem("sell-elements:attempts");
    sessionStorage.setItem("sell-elements:outcome", '{"v":1,"kind":"not_captured"}');
  } catch {
    // Where nothing is stored there is no attempt, and nowhere to leave word.
  }
};
