// The element at the end of a way through shadow roots: selectors with `>>>` between.
let root = document;
let found = null;
for (const selector of arguments[0].split('>>>')) {
  found = root.querySelector(selector.trim());
  root = found?.shadowRoot ?? found;
  if (!root) throw new Error('nothing fits ' + selector);
}
return found;
