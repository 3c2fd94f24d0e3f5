// Draws an element where there is no page, as a server does: `npm run render`.
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { SellSignIn } from 'sell-elements/react.js';

const properties = { clientId: 'CLIENT_ID', scope: 'read', disabled: true, className: 'wide', onSellSignedIn: () => {} };
console.log(renderToString(createElement(SellSignIn, properties, 'Connect to Sell')));
