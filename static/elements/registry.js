// Sessions by name, shared by all elements of this copy of the package, whichever shadow root they
// sit in. No element owns a session: one that is moved or removed signs nobody out.

import { asSellError, sellError } from "./errors.js";
import { recordOf } from "./record.js";
import { BOOTING, USUAL_SESSION, scopeList } from "./session.js";
import { guarded, loadEngine, whenStopped } from "./wasm.js";
import { warnOnce } from "./warn.js";

/** Settings of a session that no sign-in element sets up: pasted tokens can be inspected in it. */
const INSPECT_ONLY = { inspect_only: true };

const shared = new Map();

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** Of the settings those that a token is bound to. The others are for the next one, or for the eye. */
const binding = (settings) => ({ ...settings, scopes: null, warn_before: null });

/** Ends when all elements of the page's own markup had their turn. */
const pageComplete = () =>
  new Promise((resolve) => {
    const later = () => setTimeout(resolve, 0);
    if (document.readyState === "complete") later();
    else addEventListener("load", later, { once: true });
  });

/**
 * One named session. Its members stand for the elements: objects with `opened()`, `closing()`,
 * `changed(snapshot)`, `notice(type, detail)`, `failed(error)`, `retell()`, `later()` (has it
 * hand over its settings), `setsUp` (whether they are sign-in elements), `rank` (who is asked first to
 * speak).
 */
class SharedSession {
  members = new Set();
  /** The one member that says what concerns all of the session, in its panel and to the page. */
  speaker = null;
  settings = null;
  /** The scopes that the open session was set up with; a change of them is for the elements alone. */
  scopes = "";
  engine = null;
  session = null;
  snapshot = BOOTING;
  failure = null;
  isSignedIn = false;
  /** How the last token went, as `sell-signed-out` told it; nothing while one is held. */
  ended = null;
  /** How the last sign-in on this page went; nothing before the first. */
  way = undefined;
  #turn = null;
  #wanted = null;
  #forgets = false;

  constructor(name) {
    this.name = name;
  }

  /** The first sign-in element, which sets the session up. */
  get owner() {
    return [...this.members].find(({ setsUp }) => setsUp);
  }

  join(member) {
    this.members.add(member);
    this.elect();
    if (this.session) member.opened();
    else if (this.failure) member.failed(this.failure);
    else if (!this.#turn) this.open();
  }

  /** The session outlives its last element, and its owner, by a task: it may only be on its way elsewhere. */
  leave(member) {
    this.members.delete(member);
    this.elect();
    setTimeout(() => {
      if (this.members.size === 0) this.#end();
      else this.owner?.later();
    }, 0);
  }

  /** Of the members of the first rank that is there, the one that came first speaks. */
  elect() {
    const before = this.speaker;
    [this.speaker] = [...this.members].sort((one, other) => one.rank - other.rank);
    if (before === this.speaker) return;
    for (const member of [before, this.speaker]) if (this.members.has(member)) member.retell();
  }

  /** The first sign-in element sets the session up; another with other settings is told so. */
  setUp(member, settings) {
    if (same(settings, this.settings)) return;
    if (this.owner !== member) {
      warnOnce('two sign-in elements of the session "' + this.name + '" differ in their attributes; the first one counts.');
      return;
    }
    const { session, snapshot, isSignedIn } = this;
    const isBound = session && same(binding(settings), binding(this.settings));
    // What is under way ends as it began; then it is looked at again.
    if (snapshot.status === "signing-in" || (isBound && snapshot.info && !isSignedIn)) return;
    const asksTheSame = settings.scopes === this.settings?.scopes;
    if (!isBound && isSignedIn) this.forget();
    this.settings = settings;
    if (isBound && (isSignedIn ? settings.scopes : asksTheSame)) {
      session.warnBefore(settings.warn_before);
      if (!asksTheSame) this.#wanted = scopeList(settings.scopes);
      this.#change(session.snapshot());
      return;
    }
    this.#close();
    if (isSignedIn) this.#change(BOOTING);
    this.open();
  }

  /** Opens it, or opens it again after a failure. */
  async open() {
    const turn = (this.#turn = {});
    this.failure = null;
    try {
      const [engine] = await Promise.all([loadEngine(), this.settings ?? pageComplete()]);
      if (turn !== this.#turn) return;
      this.settings ??= INSPECT_ONLY;
      this.#openIn(engine);
    } catch (thrown) {
      if (turn === this.#turn) this.fail(asSellError(thrown), true);
    }
  }

  #openIn(engine) {
    const settings = { session: this.name, ...this.settings };
    this.session = guarded(engine, () => new engine.Session(settings));
    this.engine = engine;
    this.scopes = scopeList(this.settings.scopes).join(" ");
    if (this.#forgets) this.forget();
    this.session.subscribe((snapshot) => this.#change(snapshot));
    this.session.listen((type, detail) => this.#notice(type, detail));
    for (const member of this.members) member.opened();
    this.#change(this.session.snapshot());
  }

  /** Forgets the token. Where no session is open yet, that is the first thing it does. */
  forget() {
    this.#forgets = !this.session;
    if (this.session) guarded(this.engine, () => this.session.forget());
    else if (this.failure) this.#dropRecord();
  }

  /** Where none can be opened, nobody else forgets the token. */
  #dropRecord() {
    try {
      sessionStorage.removeItem(recordOf(this.settings.client_id, this.name));
    } catch {
      // Where nothing is stored, or nobody was to sign in, there is no record.
    }
  }

  #change(snapshot) {
    const { status } = this.snapshot;
    this.snapshot = this.#wanted && snapshot.info ? { ...snapshot, missingScopes: this.#lacking(snapshot) } : snapshot;
    for (const member of [...this.members]) member.changed(this.snapshot);
    if (status !== snapshot.status) this.owner?.later();
  }

  /** What the element has come to name since the token was asked for, too. */
  #lacking({ missingScopes, grantedScopes }) {
    return [...new Set([...missingScopes, ...this.#wanted])].filter((scope) => !grantedScopes.includes(scope));
  }

  #notice(type, detail) {
    if (type === "signed-in") {
      this.isSignedIn = true;
      this.ended = this.#wanted = null;
      this.owner?.later();
    }
    if (type === "signed-out") {
      this.isSignedIn = false;
      this.ended = detail;
    }
    if (type === "error") this.speaker?.notice(type, detail);
    else for (const member of [...this.members]) member.notice(type, detail);
  }

  /** There is no session, and this is why. The page is told where it was not told already. */
  fail(failure, isNews) {
    this.#turn = null;
    this.session = this.engine = null;
    this.isSignedIn = false;
    this.failure = failure;
    if (this.#forgets) this.#dropRecord();
    for (const member of [...this.members]) member.failed(failure);
    // A plain object, as the module's own: it may be handed to workers and other windows.
    const error = { ...failure };
    this.#change({ ...BOOTING, status: "failed", error });
    if (isNews) this.speaker?.notice("error", { error });
  }

  #end() {
    if (shared.get(this.name) !== this) return;
    shared.delete(this.name);
    this.#close();
  }

  #close() {
    const { engine, session } = this;
    this.#turn = this.session = this.engine = this.#wanted = null;
    this.isSignedIn = false;
    if (!session) return;
    for (const member of this.members) member.closing();
    if (engine.hasStopped) return;
    session.close();
    session.free();
  }
}

/**
 * The session of this name; made when it is first asked for.
 *
 * @param {string} given
 * @returns {SharedSession}
 */
export const sharedSession = (given) => {
  const name = given || USUAL_SESSION;
  if (!shared.has(name)) shared.set(name, new SharedSession(name));
  return shared.get(name);
};

/** Tries again to open every session that is not, in a fresh instance where the old one stopped. */
export const openFailed = () => {
  for (const session of shared.values()) if (session.failure) session.open();
};

// All sessions of an instance stop with it. That is one fault, so the page is told once.
whenStopped((engine) => {
  const stopped = [...shared.values()].filter((session) => session.engine === engine);
  for (const [number, session] of stopped.entries()) session.fail(sellError("internal"), number === 0);
});
