// The classes, registered by nobody: `SellSignIn.define()` registers one.

import { registerLanguage } from "./languages.js";
import { SellScopes } from "./sell-scopes.js";
import { SellSignIn } from "./sell-sign-in.js";
import { SellToken } from "./sell-token.js";
import { init } from "./wasm.js";

export { SellScopes, SellSignIn, SellToken, init, registerLanguage };
