// The base of all elements: a thin shell that hands everything to its core.

import { elements } from "./contract.js";
import { Core } from "./core.js";
import { reflect } from "./reflect.js";
import { dropStray } from "./stray.js";
import { warnOnce } from "./warn.js";

/** Where there is no page, as on a server, the classes can still be imported. */
const Base = globalThis.HTMLElement ?? class {};

const cores = new WeakMap();

/**
 * The core of an element; nobody outside this package can ask for it.
 *
 * @param {SellElement} element
 * @returns {Core}
 */
export const coreOf = (element) => cores.get(element);

/** An element of this package. Its class names its `tag` and its `nature`. */
export class SellElement extends Base {
  /** @returns {string[]} the attributes whose changes matter */
  static get observedAttributes() {
    return elements[this.tag].attributes.map(({ name }) => name);
  }

  /**
   * Registers the class. A name that is taken stays with whoever has it: that is said, not thrown.
   *
   * @param {string} [tag] another name than the usual one
   * @param {CustomElementRegistry} [registry] another registry than the page's
   */
  static define(tag = this.tag, registry = globalThis.customElements) {
    if (!registry) return;
    dropStray();
    if (registry.get(tag)) {
      warnOnce("<" + tag + "> is defined already; the first definition is kept. Import the package once.");
      return;
    }
    // A class has one name in a registry; another name needs a class of its own.
    const isTaken = registry.getName ? registry.getName(this) : defined.has(this);
    registry.define(tag, isTaken ? class extends this {} : this);
    defined.add(this);
  }

  constructor() {
    super();
    cores.set(this, new Core(this, this.constructor.nature));
  }

  connectedCallback() {
    coreOf(this).connected();
  }

  disconnectedCallback() {
    coreOf(this).disconnected();
  }

  attributeChangedCallback(_name, before, after) {
    if (before !== after) coreOf(this).later();
  }
}

const defined = new WeakSet();

/**
 * Gives a class the properties of its attributes and those that can only be read.
 *
 * @param {typeof SellElement} Class
 * @param {Record<string, (core: Core) => unknown>} readable
 */
export const furnish = (Class, readable) => {
  reflect(Class, elements[Class.tag].attributes);
  for (const [name, read] of Object.entries(readable)) {
    Object.defineProperty(Class.prototype, name, {
      configurable: true,
      enumerable: true,
      get() {
        return read(coreOf(this));
      },
    });
  }
};
