// Attributes and the properties that mirror them, from the table of the contract.

import { warnOnce } from "./warn.js";

const WHOLE = /^\d{1,9}$/;

/** The property of an attribute: `warnBefore` of `warn-before`. */
const propertyOf = ({ name }) => name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());

/** What an attribute's text is as the property's value; nothing where the text will not do. */
const read = (text, { boolean, values, min, max }) => {
  if (boolean) return true;
  if (values) return values.includes(text) ? text : undefined;
  if (max) return WHOLE.test(text) && text >= min && text <= max ? Number(text) : undefined;
  return text;
};

const fallback = ({ boolean, default: value }) => value ?? (boolean ? false : "");

const allowed = ({ values, min, max }) => (values ? "one of: " + values.join(", ") : "a whole number from " + min + " to " + max);

/**
 * The value of an attribute: its default where it is absent or will not do; the latter is said once.
 *
 * @param {Element} element
 * @param {object} attribute a row of the contract's table
 * @returns {string | boolean | number}
 */
export const valueOf = (element, attribute) => {
  const text = element.getAttribute(attribute.name);
  if (text === null) return fallback(attribute);
  const value = read(text, attribute);
  if (value !== undefined) return value;
  // Not the text itself: who knows what was put there.
  warnOnce(element.localName + " " + attribute.name + " must be " + allowed(attribute) + ". The default is used: " + fallback(attribute) + ".");
  return fallback(attribute);
};

const write = (element, { name, boolean }, value) => {
  if (boolean) element.toggleAttribute(name, Boolean(value));
  else if (value === null || value === undefined) element.removeAttribute(name);
  else element.setAttribute(name, String(value));
};

/**
 * Gives a class the properties of its attributes.
 *
 * @param {Function} Class
 * @param {object[]} attributes rows of the contract's table; those the platform reflects are left alone
 */
export const reflect = (Class, attributes) => {
  for (const attribute of attributes.filter(({ native }) => !native)) {
    Object.defineProperty(Class.prototype, propertyOf(attribute), {
      configurable: true,
      enumerable: true,
      get() {
        return valueOf(this, attribute);
      },
      set(value) {
        write(this, attribute, value);
      },
    });
  }
};

/**
 * Honours what a page set on the element before its class was there: such values hide the
 * properties of the class.
 *
 * @param {Element} element
 */
export const honourEarly = (element) => {
  for (const name of Object.keys(element)) {
    if (!(name in Object.getPrototypeOf(element))) continue;
    const value = element[name];
    delete element[name];
    try {
      // What can only be read stays what it is.
      Reflect.set(element, name, value);
    } catch (refused) {
      // Nobody is there to catch what a property refuses now, and the element goes on without.
      reportError(refused);
    }
  }
};
