// Takes the answer to an authorization request of ours (RFC 6749 §4.2.2, §4.2.2.1) out of the
// address before anything else runs, has the core judge it, and stores what it was worth. All
// other fragments and parameters it leaves alone. It never waits, logs, or asks for another file.
//
// On pages of the application it is a file of its own, first in <head>. callback.html has it
// inline, and defines `sellElementsLeave` to go on from there.
//
// What is shipped must fit three kilobytes, core included. The build drops comments and shortens
// names, but only those of variables: hence lists where objects would read better.
(() => {
  // What could not be stored waits behind this door for the application, to be taken once. The
  // door also tells that the script has run: a second copy on a page does nothing.
  const door = Symbol.for('sell-elements.capture');
  if (window[door]) return;
  let kept = null;
  window[door] = () => [kept, kept = null][0];

  // Every call to the browser may throw: storage blocked or full, history in a sandboxed frame.
  const tried = call => {
    try {
      return call();
    } catch {}
  };
  // A list with what the call gave, or nothing when it threw.
  const storage = (call, key, value) => tried(() => [sessionStorage[call + 'Item']('sell-elements:' + key, value)]);
  const grantKey = attempt => 'grant:' + [attempt.client_id, attempt.session].map(encodeURIComponent).join(':');

  // Finds the answer, clears the address of it and uses up its attempt, before anybody looks
  // further. Whatever has a state of ours in it is an answer to us: nobody else knows one. The
  // search forgives broken escapes, the judge does not. The attempt of a sign-in window is kept by
  // the page that opened it, so of that one only the state is known here, by its mark.
  const seize = () => {
    const attempts = tried(() => JSON.parse(storage('get', 'attempts')[0]).filter(record => record.v === 1 && /^[\w-]{43}$/.test(record.state))) || [];
    let answer;
    const [hash, search] = [location.hash, location.search].map((part, fromQuery) => {
      const [, state] = /state=(popup\.[\w-]{43})/.exec(part) || [];
      const found = attempts.find(attempt => unescape(part).includes(attempt.state)) || state && { state };
      if (!found) return part;
      // Of the fragment a route of the page stays: `strip_route` of the core crate, in one line.
      // Of the query the page's own parameters stay.
      const [before, route] = fromQuery ? '?' : /^#(\/(?![^/=?&]*=)[^?&]*)?[/?&]?/.exec(part);
      answer = answer || [part.slice(before.length), fromQuery, { ...found }];
      found.used = true;
      return fromQuery ? part.replace(/[?&](error(_\w+)?|state|iss|(access|refresh)_token)(=[^&]*)?(?=&|$)/g, '').replace(/^&/, '?') : route ? '#' + route : '';
    });
    if (!answer) return;
    answer.push(tried(() => [history.replaceState(history.state, '', location.origin + location.pathname + search + hash)]));
    // Should marking fail, all attempts go: better an answer refused than one taken twice.
    storage('set', 'attempts', JSON.stringify(attempts)) || storage('remove', 'attempts');
    return answer;
  };

  // What the core's numbers mean: `Violation::ALL` in its order, and the two good ends.
  const rulings = 'too_large too_many_parameters missing_state unknown_state expired_attempt used_state repeated_parameter malformed_encoding token_and_error token_in_query missing_access_token missing_token_type unsupported_token_type malformed_access_token malformed_scope granted denied'.split(' ');

  // Lays attempt and answer on the core's desk, and reads its report: `src/capture/src/desk.rs`
  // has the layout of both. The texts of the report are bytes; the browser's decoder refuses what
  // is not UTF-8. An answer of more than 16 KiB gets no further than here.
  const judge = (text, fromQuery, attempt) => {
    if (text.length > 16384) return [rulings[0]];
    const core = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from("__CORE_TEXT__".match(/!*./g), sign => 88 * sign.length + sign.charCodeAt(sign.length - 1) - 123))).exports;
    const memory = core.memory.buffer;
    new TextEncoder().encodeInto(attempt.state + text, new Uint8Array(memory, core.desk()));
    const [ruling, ...spans] = new Uint32Array(memory, core.judge(attempt.started_at, attempt.used, text.length, Date.now(), fromQuery), 8);
    const texts = tried(() => spans.map(span => new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(memory, span & 65535, span >>> 16)) || null));
    return [rulings[texts ? ruling : 7], texts];
  };

  // Stores what went wrong, unless the attempt had its answer before, and there is a session by
  // now or a problem to tell already. A server's words are kept without control, format and
  // bidirectional characters, and not at length.
  const report = (kind, attempt, texts) => {
    if (attempt.used && ['outcome', grantKey(attempt)].some(key => storage('get', key)?.[0])) return true;
    const [error, description, uri] = [4, 5, 6].map(at => kind === 'denied' && texts[at] ? [...texts[at].replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')].slice(0, at > 5 ? 2000 : 300).join('') : null);
    return save('outcome', { v: 1, kind: kind, error: error, error_description: description, error_uri: uri, client_id: attempt.client_id, session: attempt.session, at: Date.now() });
  };

  // Stores a record, or leaves it behind the door.
  const save = (key, record) => {
    const text = JSON.stringify(record);
    return storage('set', key, text) || void (kept = { [key.split(':')[0]]: text });
  };

  // Hands the answer to the page that opened this window, by a channel of a name that nobody else
  // knows and by a message to our origin. Who says that it was taken knows the state as well.
  const handOver = (text, fromQuery, state) => {
    const message = { type: 'sell-elements:answer', state: state, hash: fromQuery ? '' : '#' + text, search: fromQuery ? '?' + text : '' };
    const taken = ({ data }) => data?.state === state && close();
    addEventListener('message', taken);
    opener?.postMessage(message, location.origin);
    tried(() => {
      const channel = new BroadcastChannel('sell-elements:popup:' + state);
      channel.onmessage = taken;
      channel.postMessage(message);
    });
  };

  const capture = () => {
    const answer = seize();
    if (!answer) return;
    const [text, fromQuery, attempt, clean] = answer;
    if (!attempt.v) return handOver(text, fromQuery, attempt.state);
    const [kind, texts] = tried(() => judge(text, fromQuery, attempt)) || ['wasm_blocked'];
    let done;
    if (kind === 'granted') {
      // All it was asked under belongs to a grant; what was for the answer alone does not.
      const { state, started_at, used, return_to, scope, ...issued } = attempt;
      done = save(grantKey(attempt), {
        ...issued, access_token: texts[0], asked: scope, said: texts[3], via: 'redirect',
        expires_in: /^\d+$/.test(texts[2]) && texts[2] < 2 ** 32 ? +texts[2] : null,
        received_at: Date.now(), received_mono: Math.floor(performance.timeOrigin + performance.now())
      });
      storage('remove', 'outcome');
      if (done && clean) performance.mark('token-stored');
    } else done = report(kind, attempt, texts);
    window.sellElementsLeave?.(kind, done, attempt.return_to);
  };

  // A document that is only prepared must not use anything up.
  document.addEventListener('prerenderingchange', capture);
  if (!document.prerendering) capture();

  // No server answers into a running page: who does so by a new fragment is not believed.
  addEventListener('hashchange', seize);
})();
