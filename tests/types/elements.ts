// What a host page in TypeScript writes. Each `@ts-expect-error` is an error that must be one: the
// compiler fails when the line below it is right.
import { SellSignIn, init } from "sell-elements";
import type { SellError, SellSignedInDetail, Status, TokenInfo } from "sell-elements";
import "sell-elements/define/sell-token.js";
import { SellScopes } from "sell-elements/classes.js";

import { registerLanguage } from "sell-elements";
import longer from "sell-elements/languages/en-XA.js";

registerLanguage("en-XA", longer);
registerLanguage("de", { "Sign out": "Abmelden" });
// @ts-expect-error texts are texts
registerLanguage("de", { "Sign out": 1 });
await init({ module_or_path: new URL("https://dash.example/sell-elements.wasm") });
SellSignIn.define();
SellScopes.define("my-scopes", customElements);

const signIn = document.createElement("sell-sign-in");
signIn.clientId = "id";
signIn.mode = "popup";
signIn.warnBefore = 60;
signIn.disabled = true;
const status: Status = signIn.status;
const info: TokenInfo | null = signIn.info;
const outcome: "completed" | "blocked" | "cancelled" | "timed-out" = await signIn.signIn({ scope: "read" });
const answer: Response = await signIn.request("/v2/users/self", { method: "GET" });

await signIn.request("/v2/contacts", { method: "POST", body: { data: { name: "Ada" } } });
await signIn.request("/v2/contacts", { method: "POST", body: new URLSearchParams({ name: "Ada" }) });
// @ts-expect-error a number is no body
await signIn.request("/v2/contacts", { method: "POST", body: 1 });

// @ts-expect-error facts cannot be set
signIn.status = "active";
// @ts-expect-error a mode that does not exist
signIn.mode = "tab";
// @ts-expect-error numbers are numbers
signIn.warnBefore = "60";
// @ts-expect-error a method needs its path
await signIn.request();

signIn.addEventListener("sell-signed-in", (event) => {
  const detail: SellSignedInDetail = event.detail;
  const via: "redirect" | "popup" | "paste" | "restored" = detail.via;
  // @ts-expect-error the token is in no event
  void event.detail.token;
  void via;
});
document.addEventListener("sell-error", (event) => {
  const error: SellError = event.detail.error;
  if (error.kind === "popup_blocked") void error.todo;
  // @ts-expect-error the list of kinds is closed
  if (error.kind === "popup_gone") void error;
});
signIn.attachShadow({ mode: "open" }).addEventListener("sell-status", ({ detail }) => {
  const previous: Status = detail.previous;
  // @ts-expect-error there is no such status
  if (detail.status === "gone") void previous;
});
// @ts-expect-error the detail of another event
signIn.addEventListener("sell-status", (event: CustomEvent<SellSignedInDetail>) => void event);

const scopes = document.querySelector("sell-scopes");
if (scopes) {
  scopes.calls = [
    { id: "me", group: "Own", method: "GET", path: "/v2/users/self", title: "Me", needs: [["profile"]], effect: "none", basis: "documented" },
  ];
  const [first] = await scopes.runReads();
  if (first?.verdict === "allowed") void first.ms;
}
const token = document.querySelector("sell-token");
// @ts-expect-error there is no value on purpose
void token?.value;
void [status, info, outcome, answer];
