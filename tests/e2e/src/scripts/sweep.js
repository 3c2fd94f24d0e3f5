// Everything that a document can be asked for, by the name of the place. Each place is read by
// itself: one that throws is empty.
const places = {};
const look = (name, read) => {
  try {
    const found = read();
    if (found != null && found !== '') places[name] = String(found);
  } catch {}
};
const markup = (root) => {
  let text = root.outerHTML ?? root.innerHTML;
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) text += markup(element.shadowRoot);
    if (typeof element.value === 'string') text += '\n' + element.value;
  }
  return text;
};
look('DOM', () => markup(document.documentElement));
look('title', () => document.title);
look('address', () => location.href);
look('referrer', () => document.referrer);
look('cookies', () => document.cookie);
look('window.name', () => window.name);
look('history.state', () => JSON.stringify(history.state));
look('timing', () => performance.getEntries().map(({ name, detail }) => name + ' ' + JSON.stringify(detail)).join('\n'));
look('activation', () => [navigation.activation.entry?.url, navigation.activation.from?.url].join('\n'));
look('navigation', () => navigation.entries().map(({ url, getState }) => url).join('\n'));
look('localStorage', () => JSON.stringify({ ...localStorage }));
try {
  for (const [key, value] of Object.entries(sessionStorage)) places['sessionStorage ' + key] = key + ' ' + value;
} catch {}
return places;
