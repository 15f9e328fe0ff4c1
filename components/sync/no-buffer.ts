/**
 * Stands in for Node's `buffer` in the browser (next.config.ts). The bundler brings a polyfill of
 * 6 kB for lib0's branch without a browser, which uses `btoa` and `atob` in one.
 */
export const Buffer = undefined;
