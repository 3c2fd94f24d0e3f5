/* What wasm-bindgen writes, in small. */
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_b_00ff00ff00ff00ff: function(arg0, arg1) {
            // A comment.
            return getText(arg0, arg1);
        },
        __wbg_a_11ee11ee11ee11ee: function() { return handleError(function (arg0) {
            const ret = { f: [arg0, 1], x };
            return ret;
        }, arguments); },
        __wbg_unused_22dd22dd22dd22dd: function() {},
    };
    return {
        __proto__: null,
        "./app_bg.js": import0,
    };
}
function handleError(f, args) {
    try {
        return f.apply(this, args);
    } catch (e) {
        wasm.__wbindgen_export(e);
    }
    return x.wasm.__wbindgen_export;
}
let wasm;
function __wbg_finalize_init(instance, module) {
    wasm = instance.exports;
    view = new DataView(wasm.memory.buffer);
    return wasm;
}
async function __wbg_load(module, imports) {
    const instance = await WebAssembly.instantiate(module, imports);
    return { instance, module };
}
function initSync(module) {
    if (wasm !== undefined) return wasm;
    return __wbg_finalize_init(new WebAssembly.Instance(module, __wbg_get_imports()), module);
}
let __wbg_init_promise;
async function __wbg_init(module_or_path) {
    if (wasm !== undefined) return wasm;
    return (__wbg_init_promise ??= __wbg_init_once(module_or_path));
}
async function __wbg_init_once(module_or_path) {
    const { instance, module } = await __wbg_load(await fetch(module_or_path), __wbg_get_imports());
    return __wbg_finalize_init(instance, module);
}
export { initSync, __wbg_init as default };
