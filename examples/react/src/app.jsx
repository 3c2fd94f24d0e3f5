import { useRef, useState } from 'react';
import 'sell-elements';

const mode = new URLSearchParams(location.search).get('mode') ?? 'redirect';

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
      <h1>Sell in React</h1>
      {shown && (
        <section aria-label="Sell">
          <sell-sign-in
            ref={sell}
            client-id={config.client_id}
            redirect-uri={config.redirect_uri}
            scope={config.scopes.join(' ')}
            auth-base={config.auth_base}
            api-base={config.api_base}
            mode={mode}
            onsell-signed-in={(event) => setHeard((all) => [...all, event.detail.via])}
          >
            Connect to Sell
          </sell-sign-in>
          <sell-token source="session" />
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
