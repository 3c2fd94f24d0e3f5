// React 19 takes the elements as they are; the wrappers are for those before.
import type {} from "sell-elements/types/react.d.ts";
import { SellSignIn } from "sell-elements/react.js";

export const Plain = () => (
  <sell-sign-in client-id="id" scope="read" warn-before="60" onsell-signed-in={(event) => void event.detail.scopes}>
    Connect
  </sell-sign-in>
);

export const Wrapped = () => (
  <SellSignIn clientId="id" scope="read" onSellSignedIn={(event) => void event.detail.owner?.name} className="a" />
);

// @ts-expect-error a mode that does not exist
export const Wrong = () => <sell-sign-in client-id="id" mode="tab" />;

// @ts-expect-error the detail of another event
export const WrongEvent = () => <sell-token onsell-inspected={(event) => void event.detail.scopes} />;
