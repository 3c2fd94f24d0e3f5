import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  // The package finds its wasm beside itself, which pre-bundling would move it away from.
  optimizeDeps: { exclude: ['sell-elements'] },
});
