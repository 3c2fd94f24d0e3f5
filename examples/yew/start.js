// Starts the module whose files Trunk has named in the page.
const { js, wasm } = document.querySelector('script[data-wasm]').dataset;
const { default: init } = await import(new URL(js, document.baseURI));
await init({ module_or_path: new URL(wasm, document.baseURI) });
