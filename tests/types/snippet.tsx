import "sell-elements";

const onSignedIn = () => {
  // Now the element's request() makes calls.
};

export function Sell() {
  return (
    <>
      <sell-sign-in
        client-id={"a \"b\""}
        redirect-uri={"a \"b\""}
        scope={"a \"b\""}
        auth-base={"a \"b\""}
        api-base={"a \"b\""}
        mode="popup"
        storage="memory"
        expose-token
        variant="badge"
        size="small"
        label={"a \"b\""}
        disabled
        session={"a \"b\""}
        theme="light"
        lang={"a \"b\""}
        heading-level="5"
        warn-before="5"
        onsell-signed-in={onSignedIn}
      />
      <sell-token
        source="session"
        no-revoke
        no-reveal
        session={"a \"b\""}
        theme="light"
        lang={"a \"b\""}
        heading-level="5"
        warn-before="5"
      />
    </>
  );
}
