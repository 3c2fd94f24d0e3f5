import { createApp } from 'vue';
import App from './App.vue';

// On your own page these are constants. Here they come from config.json, so that the same build
// works on any machine.
const config = await (await fetch('config.json')).json();
createApp(App, { config }).mount('#root');
