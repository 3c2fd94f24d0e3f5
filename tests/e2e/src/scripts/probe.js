// Runs in every document before its own scripts, and tells the console what happens there.
(() => {
  const say = (kind, value) => console.debug('journey:' + kind + ':' + JSON.stringify(value));
  addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    say('violation', { path: location.pathname, effectiveDirective, blockedURI });
  });
  const tried = (read) => {
    try {
      return read();
    } catch {
      return null;
    }
  };
  const born = performance.now();
  const { replaceState } = history;
  history.replaceState = function (...to) {
    replaceState.apply(this, to);
    say('clean', { path: location.pathname, after: performance.now() - born });
  };
  const mark = performance.mark;
  performance.mark = function (name, ...rest) {
    const kept = tried(() => Object.keys(sessionStorage).some((key) => key.startsWith('sell-elements:grant:')));
    if (name === 'token-stored') say('mark', { path: location.pathname, clean: location.hash === '', kept });
    return mark.call(this, name, ...rest);
  };
})();
