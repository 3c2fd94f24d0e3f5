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

const element = (name, text, attributes = {}) => {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
};

const explain = (kind) => {
  const [title, why, todo, again] = WORDS[kind];
  const button = element("button", again, { type: "button", class: "button" });
  button.addEventListener("click", () => location.reload());
  const notice = element("div", "", { class: "notice", role: "alert" });
  notice.append(element("h1", title), element("p", why), element("p", todo), button);
  const main = element("main", "");
  main.append(notice);
  const app = document.getElementById("app");
  app.dataset.status = "failed";
  app.dataset.problem = kind === "wasm_off" ? "wasm_blocked" : kind;
  app.replaceChildren(main);
};

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;
const hashOf = (address) => document.querySelector(`link[href="${address}"]`)?.integrity ?? "";

try {
  const module = fetch(wasm, { integrity: hashOf(wasm) });
  // Awaited below, after the glue; until then a failure of it is not "unhandled".
  module.catch(() => {});
  const { default: init } = await import(js);
  await init({ module_or_path: module });
} catch (error) {
  explain(kindOf(error));
}
