// What somebody would write by hand to take the answer to an authorization request (RFC 6749
// §4.2.2): the least that can be called safe, and the measure for everything else.
const answer = new URLSearchParams(location.hash.slice(1));
history.replaceState(history.state, '', location.pathname + location.search);

const finish = (problem) => {
  document.querySelector('h1').textContent = problem ?? 'Signed in';
};

const expected = sessionStorage.getItem('state');
sessionStorage.removeItem('state');

if (!expected || answer.get('state') !== expected) {
  finish('This answer is not for this page');
} else if (answer.has('error')) {
  finish(answer.get('error'));
} else if (!answer.get('access_token') || answer.get('token_type')?.toLowerCase() !== 'bearer') {
  finish('The answer holds no token');
} else {
  const seconds = Number(answer.get('expires_in'));
  const grant = {
    token: answer.get('access_token'),
    scope: answer.get('scope'),
    ends: seconds > 0 ? Date.now() + seconds * 1000 : null,
  };
  sessionStorage.setItem('grant', JSON.stringify(grant));
  performance.mark('token-stored');
  finish();
}
