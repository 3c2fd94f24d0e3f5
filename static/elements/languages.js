// Other languages than English, which the page brings: each knows a text by its English wording.

import { kindOf } from "./compile.js";

const languages = new Map();
let observer;

/** The cores of the elements in the page, which show words. */
const readers = new Set();

const retell = () => readers.forEach((reader) => reader.retell());

/** Looks for other languages of what an element stands in: of the document and of each shadow root. */
const watchTags = ({ element }) => {
  if (!languages.size) return;
  observer ??= new MutationObserver(retell);
  const filter = { attributes: true, attributeFilter: ["lang"], subtree: true };
  for (let root = element.getRootNode(); root; root = root.host?.getRootNode()) observer.observe(root, filter);
};

/** Tells a core, by `retell()`, when its words may be others. */
export const follow = (core) => {
  readers.add(core);
  watchTags(core);
};

/** Tells it no more. */
export const unfollow = (core) => readers.delete(core);

/** A tag as the standards write it; nothing where it is none. */
const canonical = (tag) => {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
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
  const name = canonical(String(tag));
  if (!name) throw new RangeError('registerLanguage(tag, texts): tag must be a language tag, such as "de" or "pt-BR".');
  const isText = (text) => typeof text === "string";
  if (kindOf(texts) !== "Object" || !Object.values(texts).every(isText)) {
    throw new TypeError("registerLanguage(tag, texts): texts must be an object from English texts to yours.");
  }
  const amount = (count, unit) => new Intl.NumberFormat(name, { style: "unit", unit, unitDisplay: "long" }).format(count);
  const clock = (timeZone) => new Intl.DateTimeFormat(name, { hour: "2-digit", minute: "2-digit", timeZone });
  const times = (moment) => [clock(), clock("UTC")].map((zoned) => zoned.format(moment));
  languages.set(name.toLowerCase(), { tag: name, texts: Object.assign(Object.create(null), texts), amount, times });
  readers.forEach(watchTags);
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
  const lang = langOf(element);
  const parts = (canonical(lang) ?? lang).toLowerCase().split("-");
  while (parts.length && !languages.has(parts.join("-"))) parts.pop();
  return languages.get(parts.join("-"));
};
