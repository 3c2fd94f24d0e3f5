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
// What the elements tell the page: events that a host recorded, reports, all that can be read.
const elements = () => {
  const found = [];
  const walk = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (element.localName.startsWith('sell-')) found.push(element);
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
  return found;
};
look('events', () => JSON.stringify(window.journeyEvents));
look('reports', () => elements().map((element) => JSON.stringify(element.report?.())).join('\n'));
look('properties', () => elements().flatMap((element) => {
  const read = [];
  // Those of every document are in the markup; reading all of them takes seconds.
  for (const name in element) {
    if (!(name in HTMLElement.prototype)) read.push(name + ' ' + JSON.stringify(element[name]));
  }
  return read;
}).join('\n'));
try {
  for (const [key, value] of Object.entries(sessionStorage)) places['sessionStorage ' + key] = key + ' ' + value;
} catch {}
return places;
