// What all elements have in common, out of reach of the page: shadow root, session, panel, states.

import { asSellError, sellError } from "./errors.js";
import { elements, events, statuses } from "./contract.js";
import { keepFocus } from "./focus.js";
import { follow, languageOf, unfollow } from "./languages.js";
import { honourEarly } from "./reflect.js";
import { openFailed, sharedSession } from "./registry.js";
import { nameParts } from "./parts.js";
import { suggestedPolicy } from "./policy.js";
import { problemNotice, quietNotice } from "./problem.js";
import { BOOTING } from "./session.js";
import { USUAL_API, lineToChange } from "./setting.js";
import { dress } from "./sheet.js";
import { guarded, guardedLater } from "./wasm.js";

/** The buttons of failures that trying again may heal. */
const RETRY = { wasm_failed: "Try again", internal: "Reload this panel" };

/** A button that copies. The clipboard may be closed to a frame; the words say the same. */
const copying = (name, text, done) => {
  const copy = async ({ target }) => {
    await navigator.clipboard.writeText(text);
    target.textContent = done;
  };
  return { name, press: (event) => copy(event).catch(nothing) };
};

const nothing = () => {};

/** The elements in the order in which they are asked to speak for their session. */
const TAGS = Object.keys(elements);

/** A promise with its two ends. One that fails with nobody waiting is no news: `sell-error` is. */
const pledge = () => {
  const made = {};
  made.promise = new Promise((resolve, reject) => Object.assign(made, { resolve, reject }));
  made.promise.catch(nothing);
  return made;
};

/**
 * Stands for one element. What differs from element to element comes as `nature`:
 * `kind` (which panel), `setsUp` (whether it sets the session up), `delegatesFocus`, `saysStatus`,
 * `notices` (which of the session's notices it passes on), `skeleton(core)`, `settings(element)`,
 * `options(element)` (what its panel shows), `deeds(core)` (what its panel asks for), and where it has
 * to follow the session itself, or its content, `changed(core)` and `follow(core, root)`.
 */
export class Core {
  #element;
  #nature;
  #root;
  #internals;
  #deeds;
  #shared = null;
  #panel = null;
  #engine = null;
  #opened = pledge();
  #waiting = [];
  #status = BOOTING.status;
  #isDue = false;
  #isOut = false;

  constructor(element, nature) {
    this.#element = element;
    this.#nature = nature;
    this.#deeds = nature.deeds(this);
    this.#root = element.attachShadow({ mode: "open", delegatesFocus: nature.delegatesFocus });
    this.#internals = element.attachInternals?.();
    keepFocus(this.#root);
    nature.follow?.(this, this.#root);
    nameParts(this.#root, elements[element.constructor.tag].parts);
    this.#mark(this.#status);
  }

  get element() {
    return this.#element;
  }

  get setsUp() {
    return this.#nature.setsUp;
  }

  /** An element that shows nothing of the session is asked last to speak for it. */
  get rank() {
    const { constructor, source } = this.#element;
    return TAGS.indexOf(constructor.tag) + (source === "paste" ? TAGS.length : 0);
  }

  get #speaks() {
    return this.#shared?.speaker === this;
  }

  get snapshot() {
    return this.#shared?.snapshot ?? BOOTING;
  }

  /** What the session was set up with; nothing before it was. */
  get settings() {
    return this.#shared?.settings ?? null;
  }

  /** What a sign-in of this session asks for when nobody says otherwise: what its owner says. */
  get scope() {
    return this.#shared?.owner?.element.scope ?? this.settings?.scopes ?? this.#element.scope;
  }

  /** What the open session was set up to ask for. */
  get scopes() {
    return this.#shared?.scopes;
  }

  /** How a sign-in of this session goes when nobody says otherwise: as the last one on this page. */
  get way() {
    return this.#shared?.way ?? this.#shared?.owner?.element.mode ?? "redirect";
  }

  set way(mode) {
    if (this.#shared) this.#shared.way = mode;
  }

  /** How the last token went. */
  get ended() {
    return this.#shared?.ended ?? null;
  }

  /** Settles when the session is known. */
  get ready() {
    return this.#opened.promise;
  }

  // ---- the element's life

  connected() {
    honourEarly(this.#element);
    dress(this.#root);
    follow(this);
    if (!this.#root.firstChild) this.#showSkeleton();
    this.later();
  }

  /** A move is a removal and an insertion in one task: nothing is taken down for it. */
  disconnected() {
    queueMicrotask(() => {
      if (this.#element.isConnected) return;
      unfollow(this);
      this.#leave();
      this.changed(this.snapshot);
    });
  }

  /** Attributes come in groups; the group is looked at once. */
  later() {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(() => {
      this.#isDue = false;
      if (this.#element.isConnected) this.#look();
    });
  }

  #look() {
    const shared = sharedSession(this.#element.session);
    if (shared !== this.#shared) {
      this.#leave();
      this.#shared = shared;
      shared.join(this);
    } else {
      shared.elect();
    }
    if (this.setsUp) shared.setUp(this, this.#nature.settings(this.#element));
    this.update();
    this.changed(this.snapshot);
  }

  #leave() {
    const shared = this.#shared;
    if (!shared) return;
    this.#shared = null;
    this.#unmount();
    const { resolve, reject } = this.#opened;
    this.#opened = pledge();
    if (this.#element.isConnected) this.ready.then(resolve, reject);
    else reject(sellError("detached"));
    this.#showSkeleton();
    shared.leave(this);
  }

  // ---- what the session tells

  opened() {
    try {
      this.#mount();
      this.#settle("resolve");
    } catch (thrown) {
      this.failed(asSellError(thrown));
    }
  }

  closing() {
    this.#unmount();
    this.#renew();
    this.#showSkeleton();
  }

  /** One element of the session says all of it, the others that it is so. */
  failed(error) {
    this.#unmount();
    this.#showFailure(error);
    this.#settle("reject", error);
  }

  #showFailure(error) {
    const line = lineToChange(error, this.settings?.redirect_uri);
    const { kind, title, why, todo, code } = error;
    // Why an attribute will not do is said of its name, which no language changes.
    const named = code && why.startsWith(code + " ") ? code + " " : "";
    const because = named + this.say(why.slice(named.length));
    const words = { kind, title: this.say(title), why: because, todo: this.say(todo) };
    if (this.#speaks) this.#show(problemNotice(words, line, this.#remedy(error, line)));
    else this.#show(quietNotice(words, this.setsUp && this.#nature.skeleton(this)));
  }

  /** What the element says may be said by another now, or in another language. */
  retell() {
    const failure = this.#shared?.failure;
    if (failure && this.#opened.end === "reject") this.#showFailure(failure);
    else this.update();
  }

  /** What waits for the session waits until it is known, however often that is looked at. */
  #settle(end, value) {
    this.#renew();
    this.#opened.end = end;
    this.#opened[end](value);
  }

  #renew() {
    if (this.#opened.end) this.#opened = pledge();
  }

  #remedy({ kind }, line) {
    const name = RETRY[kind];
    if (name) return { name: this.say(name), press: openFailed };
    const done = this.say("Copied");
    if (line) return copying(this.say("Copy line"), line, done);
    if (kind !== "wasm_blocked") return undefined;
    return copying(this.say("Copy policy"), suggestedPolicy(this.settings?.api_base ?? USUAL_API), done);
  }

  changed({ status }) {
    this.#nature.changed?.(this);
    if (status === this.#status) return;
    const previous = this.#status;
    this.#status = status;
    this.#mark(status);
    if (this.#nature.saysStatus && this.#element.isConnected) this.fire("status", { status, previous });
  }

  notice(type, detail) {
    if (type === "error" || this.#nature.notices.includes(type)) this.fire(type, detail);
    if (type === "signed-out") this.#isOut = true;
    if (type === "signed-in") this.#waiting.splice(0).forEach((resolve) => resolve(this.snapshot.info));
  }

  // ---- what the element's methods use

  /**
   * Fires an event of the contract at the element.
   *
   * @returns {boolean} false when the page prevented it
   */
  fire(type, detail) {
    const name = "sell-" + type;
    const { cancelable } = events[name];
    return this.#element.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable }));
  }

  /**
   * Does something with the session: at once where it is open, so within the caller's click; else
   * as soon as it is. For an element that is not in the page none opens.
   *
   * @template T
   * @param {(session: object, engine: object) => T | Promise<T>} deed
   * @returns {Promise<T>}
   * @throws {SellError}
   */
  async call(deed) {
    if (!this.#shared?.session) {
      // The page may put the element in within this very task.
      await null;
      if (!this.#element.isConnected) throw sellError("detached");
      await this.ready;
    }
    const { engine, session } = this.#shared;
    return guardedLater(engine, () => deed(session, engine));
  }

  /** The same for what answers at once; nothing where no session is open. */
  callNow(deed) {
    const { engine, session } = this.#shared ?? {};
    return session ? guarded(engine, () => deed(session, engine)) : undefined;
  }

  /** Signs out, and says so where the element has left the page, and its session, meanwhile. */
  async signOut() {
    this.#isOut = false;
    const revoked = await this.call((session) => session.signOut());
    if (revoked !== "none" && !this.#isOut && !this.#shared) this.fire("signed-out", { reason: "user", revoked });
    return revoked;
  }

  /** Forgets the token, whether the session is open yet or not. */
  async forget() {
    // The page may have put the element in within this very task.
    if (!this.#shared) await null;
    this.#shared?.forget();
  }

  /** What can be handed to support, with what the elements of the session measured; null where none is open. */
  report() {
    const report = this.callNow((session) => session.report());
    if (!report) return null;
    const calls = [...this.#shared.members].flatMap(({ element }) => element.results ?? []);
    return { ...report, calls };
  }

  /** Resolves once a token is held that the server was asked about. One that is being revoked is not. */
  whenSignedIn() {
    if (this.#shared?.isSignedIn && this.snapshot.info) return Promise.resolve(this.snapshot.info);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** A text in the element's language, by its English wording. */
  say(text) {
    return languageOf(this.#element)?.texts[text] || text;
  }

  /** Shows the element anew after something changed that its panel shows. */
  update() {
    this.#name(this.#root.firstChild);
    if (this.#panel) guarded(this.#engine, () => this.#panel.update(this.#options()));
    else if (this.#root.firstChild?.dataset?.skeleton) this.#showSkeleton();
  }

  // ---- what is seen

  #options() {
    const language = languageOf(this.#element);
    return { ...this.#nature.options(this.#element), speaks: this.#speaks, language };
  }

  #mount() {
    const { engine, session } = this.#shared;
    // A fresh one for each panel: listeners that a panel adds to it go with it.
    const mount = document.createElement("div");
    this.#show(mount);
    const tell = (deed, detail) => void this.#deeds[deed]?.(detail);
    this.#panel = guarded(engine, () => new engine.Panel(mount, this.#nature.kind, session, this.#options(), tell));
    this.#engine = engine;
  }

  #unmount() {
    const panel = this.#panel;
    this.#panel = null;
    if (panel && !this.#engine.hasStopped) guarded(this.#engine, () => panel.destroy());
    this.#engine = null;
  }

  #showSkeleton() {
    const skeleton = this.#nature.skeleton(this);
    skeleton.dataset.skeleton = "true";
    this.#show(skeleton);
  }

  /** One thing at a time, so that no slot is offered twice. */
  #show(node) {
    this.#name(node);
    this.#root.replaceChildren(node);
  }

  /** Says in which language its words are, whatever the page's is. */
  #name(node) {
    if (node) node.lang = languageOf(this.#element)?.tag ?? "en";
  }

  /** The status as a CSS state, where the browser has them. */
  #mark(status) {
    try {
      const { states } = this.#internals;
      for (const other of statuses) states.delete(other);
      states.add(status);
    } catch {
      // An older browser: the states are a convenience for styles.
    }
  }
}
