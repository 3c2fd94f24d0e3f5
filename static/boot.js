// Starts the app: fetches its glue and its module at once, checks both against the hashes that the
// build wrote into index.html, compiles while downloading. When that fails, says why in plain words.

const WORDS = {
  wasm_blocked: [
    "The page's security policy stops this panel",
    "It forbids WebAssembly.",
    "Add 'wasm-unsafe-eval' to script-src in the policy this page is sent with.",
    "Try again",
  ],
  wasm_off: [
    "This browser stops this panel",
    "WebAssembly is switched off here, perhaps by a lockdown setting.",
    "Allow it for this site, or use another browser.",
    "Try again",
  ],
  wasm_failed: [
    "A file did not load",
    "The network, a wrong file type or a hash mismatch is to blame.",
    "Check the connection, and on the server the path to the .wasm file.",
    "Try again",
  ],
  internal: [
    "This panel stopped",
    "It met a fault of ours while starting.",
    "Reload it; your session is kept.",
    "Reload this panel",
  ],
};

// How browsers word a refusal by policy: Chromium and Safari name the policy, Firefox says "CSP".
const POLICY = /content security policy|\bcsp\b|unsafe-eval/i;

const kindOf = (error) => {
  if (typeof WebAssembly !== "object") return "wasm_off";
  if (error instanceof WebAssembly.RuntimeError) return "internal";
  const refused = error instanceof WebAssembly.CompileError || error instanceof EvalError;
  return (refused || error?.name === "SecurityError") && POLICY.test(error.message)
    ? "wasm_blocked"
    : "wasm_failed";
};

const element = (name, className, ...children) => {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children);
  return made;
};

// A cross in an octagon: the mark of a refusal everywhere in the app.
const glyph = () => {
  const make = (name) => document.createElementNS("http://www.w3.org/2000/svg", name);
  const path = make("path");
  path.setAttribute("d", "M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3zM9 9l6 6M15 9l-6 6");
  const svg = make("svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "sell-glyph");
  svg.setAttribute("aria-hidden", "true");
  svg.dataset.tone = "refused";
  svg.append(path);
  return svg;
};

const explain = (kind) => {
  const [title, why, todo, again] = WORDS[kind];
  const button = element("button", "sell-button", again);
  button.type = "button";
  button.addEventListener("click", () => location.reload());
  const body = element(
    "div",
    "sell-notice-body",
    element("h1", "sell-notice-title", title),
    element("p", "", why),
    element("p", "", todo),
    element("div", "sell-actions", button),
  );
  const notice = element("section", "sell-notice", glyph(), body);
  notice.dataset.tone = "refused";
  notice.setAttribute("role", "alert");
  const app = document.getElementById("app");
  app.dataset.status = "failed";
  app.dataset.problem = kind === "wasm_off" ? "wasm_blocked" : kind;
  app.replaceChildren(element("main", "sell-main", notice));
};

// Browsers give the focus of what is taken out of the page to nobody; it goes on to the content.
let holder;
addEventListener("focusin", ({ target }) => (holder = target));
new MutationObserver(() => {
  if (holder?.isConnected !== false || document.activeElement !== document.body) return;
  document.querySelector("main").focus({ preventScroll: true });
}).observe(document.body, { subtree: true, childList: true });

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
// The release build moves the hash of the module out of `integrity`, which browsers ignore there.
const preload = document.querySelector('link[href="' + wasm + '"]');
const integrity = preload?.dataset.integrity ?? preload?.integrity ?? "";

try {
  const module = fetch(wasm, { integrity });
  // Awaited below, after the glue; until then a failure of it is not "unhandled".
  module.catch(() => {});
  const { default: init } = await import(js);
  // A document that is only prepared takes no answer yet, so there is nothing to show a session of.
  if (document.prerendering) {
    await new Promise((shown) => document.addEventListener("prerenderingchange", shown));
  }
  await init({ module_or_path: module });
} catch (error) {
  explain(kindOf(error));
}
