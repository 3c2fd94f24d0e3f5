import { useRef, useState } from 'react';
import { SellScopes, SellSignIn, SellToken } from 'sell-elements/react.js';

const mode = new URLSearchParams(location.search).get('mode') ?? 'redirect';

/** A call of this page's own, beside the built-in ones. */
const calls = [
  { id: 'stages', group: 'Own', method: 'GET', path: '/v2/stages', title: 'Stages', needs: [['read']], effect: 'none', basis: 'documented' },
];

export function App({ config }) {
  const sell = useRef(null);
  const [shown, setShown] = useState(true);
  const [heard, setHeard] = useState([]);
  const [answer, setAnswer] = useState('');

  const load = async () => {
    try {
      const response = await sell.current.request('/v2/users/self');
      setAnswer(`${response.status} ${(await response.json()).data.email}`);
    } catch (error) {
      setAnswer(error.title);
    }
  };

  return (
    <>
      <h1>Sell in React 18</h1>
      {shown && (
        <section aria-label="Sell">
          <SellSignIn
            ref={sell}
            clientId={config.client_id}
            redirectUri={config.redirect_uri}
            scope={config.scopes.join(' ')}
            authBase={config.auth_base}
            apiBase={config.api_base}
            mode={mode}
            onSellSignedIn={(event) => setHeard((all) => [...all, event.detail.via])}
          >
            Connect to Sell
          </SellSignIn>
          <SellToken source="session" noReveal />
          <SellScopes calls={calls} />
        </section>
      )}
      <p>
        <button id="load" type="button" onClick={load}>Who am I?</button>
        <output id="answer">{answer}</output>
      </p>
      <p>
        <button id="toggle" type="button" onClick={() => setShown(!shown)}>Remove or show the panel</button>
        Signed in by: <output id="heard">{heard.join(' ')}</output>
      </p>
    </>
  );
}
