// Other languages than English, which the page brings: each knows a text by its English wording.

const languages = new Map();

/** Whoever shows words: told by `retell()` when they may be others. */
export const readers = new Set();

const retell = () => readers.forEach((reader) => reader.retell());

/** One for the page, from the first language on. */
const watchTags = () => {
  const filter = { attributes: true, attributeFilter: ["lang"], subtree: true };
  new MutationObserver(retell).observe(document, filter);
};

const canonical = (tag) => {
  try {
    return Intl.getCanonicalLocales(String(tag))[0];
  } catch {
    throw new RangeError('registerLanguage(tag, texts): tag must be a language tag, such as "de" or "pt-BR".');
  }
};

/**
 * Lets the elements speak a language: those whose `lang`, or that of what they stand in, is this tag or
 * a narrower one ("de-AT" is spoken as "de"). A text that is not there stays English.
 *
 * @param {string} tag of BCP 47
 * @param {Record<string, string>} texts from the English wording, as in `languages/en.json`, to the
 *   other; gaps such as `{span}` stay as they are
 * @throws {RangeError} where the tag is none
 * @throws {TypeError} where the texts are not an object of texts
 */
export const registerLanguage = (tag, texts) => {
  const name = canonical(tag);
  const isText = (text) => typeof text === "string";
  if (!texts || !Object.values(texts).every(isText)) {
    throw new TypeError("registerLanguage(tag, texts): texts must be an object from English texts to yours.");
  }
  const amount = (count, unit) => new Intl.NumberFormat(name, { style: "unit", unit, unitDisplay: "long" }).format(count);
  const clock = (timeZone) => new Intl.DateTimeFormat(name, { hour: "2-digit", minute: "2-digit", timeZone });
  const times = (moment) => [clock(), clock("UTC")].map((zoned) => zoned.format(moment));
  if (!languages.size && globalThis.document) watchTags();
  languages.set(name.toLowerCase(), { tag: name, texts: Object.assign(Object.create(null), texts), amount, times });
  retell();
};

/** The `lang` of a node, or of the nearest that it stands in, out of shadow roots too. */
const langOf = (node) => {
  for (let place = node; place; place = place.parentNode ?? place.host) {
    const lang = place.getAttribute?.("lang");
    if (typeof lang === "string") return lang;
  }
  return "";
};

/**
 * The language that an element speaks; nothing where that is English.
 *
 * @param {Element} element
 * @returns {{ tag: string, texts: Record<string, string>, amount: Function, times: Function } | undefined}
 */
export const languageOf = (element) => {
  if (!languages.size) return undefined;
  const parts = langOf(element).toLowerCase().split("-");
  while (parts.length && !languages.has(parts.join("-"))) parts.pop();
  return languages.get(parts.join("-"));
};
