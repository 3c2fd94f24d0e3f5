// The pretend Sell, in TypeScript.
import { startDemo } from "sell-elements/demo.js";
import type { Demo, DemoState } from "sell-elements/demo.js";
import { createSession } from "sell-elements/headless.js";

const demo: Demo = startDemo({ state: "scopes-differ", scopes: ["read"], owner: "Ada" });
const state: DemoState = demo.state;
const element = document.querySelector("sell-sign-in");
if (element) await demo.begin(element);
await demo.begin(await createSession({ clientId: "id", scopes: ["read"] }));
demo.stop();
void state;

// @ts-expect-error a state that does not exist
startDemo({ state: "asleep" });
// @ts-expect-error facts cannot be set
demo.state = "active";
// @ts-expect-error no session
await demo.begin(document.body);
