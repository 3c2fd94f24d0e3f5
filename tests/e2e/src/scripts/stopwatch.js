// Runs in every document before its own scripts, and leaves the time of the mark in the tab.
(() => {
  const mark = performance.mark;
  performance.mark = function (name, ...rest) {
    const entry = mark.call(this, name, ...rest);
    if (name === 'token-stored') {
      const stored = Object.values({ ...sessionStorage }).some((text) => text.includes('__TOKEN__'));
      const reading = { time: entry.startTime, clean: location.hash === '', stored };
      sessionStorage.setItem('stopwatch', JSON.stringify(reading));
    }
    return entry;
  };
})();
