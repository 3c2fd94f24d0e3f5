import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.jsx';

// On your own page these are constants. Here they come from config.json, so that the same build
// works on any machine.
const config = await (await fetch('config.json')).json();
createRoot(document.getElementById('root')).render(
  <StrictMode>
    <App config={config} />
  </StrictMode>,
);
