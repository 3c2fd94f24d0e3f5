// On your own page the attributes stand in the markup. Here they come from config.json, so that the
// same files work on any machine.
const config = await (await fetch('config.json')).json();
const byId = (id) => document.getElementById(id);
const panel = byId('panel');

const show = () => {
  const signIn = document.createElement('sell-sign-in');
  signIn.setAttribute('client-id', config.client_id);
  signIn.setAttribute('redirect-uri', config.redirect_uri);
  signIn.setAttribute('scope', config.scopes.join(' '));
  signIn.setAttribute('auth-base', config.auth_base);
  signIn.setAttribute('api-base', config.api_base);
  signIn.setAttribute('mode', new URLSearchParams(location.search).get('mode') ?? 'redirect');
  signIn.textContent = 'Connect to Sell';
  const token = document.createElement('sell-token');
  token.setAttribute('source', 'session');
  panel.append(signIn, token);
};

panel.addEventListener('sell-signed-in', (event) => byId('heard').append(event.detail.via, ' '));

byId('toggle').addEventListener('click', () => {
  if (panel.firstChild) panel.replaceChildren();
  else show();
});

byId('load').addEventListener('click', async () => {
  const sell = panel.querySelector('sell-sign-in');
  try {
    const answer = await sell.request('/v2/users/self');
    byId('answer').value = `${answer.status} ${(await answer.json()).data.email}`;
  } catch (error) {
    byId('answer').value = error.title;
  }
});

show();
