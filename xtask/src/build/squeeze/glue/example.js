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
function finish(instance) {
    wasm = instance.exports;
    view = new DataView(wasm.memory.buffer);
    return wasm;
}
function initSync(module) {
    if (wasm !== undefined) return wasm;
    return finish(new WebAssembly.Instance(module, __wbg_get_imports()));
}
async function init(module) {
    if (wasm !== undefined) return wasm;
    return finish(await load(module));
}
export { initSync, init as default };
