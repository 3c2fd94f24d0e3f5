// A dashboard's own listeners: what they hear is kept for the test to read.
window.journeyEvents = [];
const kinds = ['before-sign-in', 'signed-in', 'signed-out', 'status', 'expiring', 'inspected', 'call', 'error'];
for (const kind of kinds) {
  document.addEventListener('sell-' + kind, ({ target, detail }) => {
    window.journeyEvents.push({ kind, at: target.id, detail });
  });
}
