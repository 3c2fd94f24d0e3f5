// React 19 takes the elements as they are; the wrappers are for those before.
import type {} from "sell-elements/types/react.d.ts";
import { SellScopes, SellSignIn } from "sell-elements/react.js";
import type { SellSignIn as SignInElement } from "sell-elements";
import type { RefObject } from "react";

export const Plain = () => (
  <sell-sign-in client-id="id" scope="read" warn-before="60" onsell-signed-in={(event) => void event.detail.scopes}>
    Connect
  </sell-sign-in>
);

export const Wrapped = () => (
  <SellSignIn clientId="id" scope="read" onSellSignedIn={(event) => void event.detail.owner?.name} className="a" />
);

export const Held = ({ held }: { held: RefObject<SignInElement | null> }) => (
  <SellSignIn ref={held} clientId="id" scope="read" lang="de" aria-label="Sell" warnBefore={60} disabled>
    Connect
  </SellSignIn>
);

// @ts-expect-error calls are an array
export const WrongCalls = () => <SellScopes calls="all" />;

// @ts-expect-error a wrapper has properties, not attributes
export const WrongName = () => <SellSignIn clientId="id" expose="token" />;

// @ts-expect-error a mode that does not exist
export const Wrong = () => <sell-sign-in client-id="id" mode="tab" />;

// @ts-expect-error the detail of another event
export const WrongEvent = () => <sell-token onsell-inspected={(event) => void event.detail.scopes} />;
