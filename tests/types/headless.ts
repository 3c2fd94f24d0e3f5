// The door without elements, in TypeScript.
import { createSession } from "sell-elements/headless.js";
import type { SellSession, SessionSnapshot } from "sell-elements/headless.js";

const sell: SellSession = await createSession({ clientId: "id", scopes: ["read", "sync"] });
const stop: () => void = sell.subscribe((snapshot: SessionSnapshot) => void snapshot.status);
if ((await sell.signIn({ mode: "popup" })) === "completed") {
  const deals: unknown = await (await sell.request("/v2/deals?per_page=5")).json();
  void deals;
}
await sell.request("/v2/deals", { method: "POST", body: { data: { name: "Deal" } } });
const { inspected, ended, revoking, popup, durability }: SessionSnapshot = await new Promise((resolve) => sell.subscribe(resolve));
const kept: "tab" | "memory" = durability;
const facts: [boolean, boolean, string | undefined] = [revoking, popup, inspected?.fingerprint];
const why: "user" | "forgotten" | "revoked" | "expired" | "rejected" | undefined = (ended ?? sell.ended)?.reason;
void [kept, facts, why];
const end: "confirmed" | "already-dead" | "unconfirmed" = await sell.revoke();
const report: 1 = sell.report().schema;
stop();
sell.destroy();
void [end, report];

// @ts-expect-error scopes are required
await createSession({ clientId: "id" });
// @ts-expect-error facts cannot be set
sell.status = "active";
