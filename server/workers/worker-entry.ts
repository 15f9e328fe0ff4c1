/** Where a worker's code is. */
export interface WorkerEntry {
  readonly url: URL;
  /** What the file at `url` is told; only the one that starts others from their source. */
  readonly data?: string;
}

/**
 * In production a worker is bundled beside the server as dist/<name>.js (scripts/build.mjs), in
 * development and tests it is its source. `importerUrl` is the caller's `import.meta.url`.
 */
export function workerEntry(name: string, source: string, importerUrl: string): WorkerEntry {
  if (!importerUrl.endsWith(".ts")) return { url: new URL(`./${name}.js`, importerUrl) };
  return {
    url: new URL("./from-source.mjs", import.meta.url),
    data: new URL(source, importerUrl).href,
  };
}
