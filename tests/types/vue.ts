// What Vue's templates know of the elements.
import type {} from "sell-elements/types/vue.d.ts";
import type { GlobalComponents } from "vue";

type Props = InstanceType<GlobalComponents["sell-sign-in"]>["$props"];
export const right: Props = { "client-id": "id", scope: "read", onSellSignedIn: (event) => void event.detail.scopes };
export const numbers: Props = { warnBefore: "60", "heading-level": "3", ref: "connect", key: 1 };
// @ts-expect-error no number
export const word: Props = { warnBefore: "soon" };
// @ts-expect-error a storage that does not exist
export const wrong: Props = { storage: "disk" };
