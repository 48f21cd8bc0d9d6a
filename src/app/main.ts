// Starts the page.
import '@fontsource-variable/inter/index.css';
import '@fontsource-variable/source-serif-4/index.css';
import { mount } from 'svelte';
import App from './App.svelte';
import './theme.css';

// Asked for now, or the browser waits until the first word of the map is drawn.
for (const text of ['A', 'я']) void document.fonts.load('500 13px "Inter Variable"', text);

mount(App, { target: document.getElementById('app')! });
