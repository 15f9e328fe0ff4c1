/** Work on one thing that would go wrong beside other work on it. */

/** What is run under one key is run one after the other, in the order asked for; one that fails holds up none. */
export function serialRuns<Key>() {
  /** Settles, and never rejects, with the last one asked for. */
  const last = new Map<Key, Promise<unknown>>();
  return <Result>(key: Key, run: () => Promise<Result>): Promise<Result> => {
    const result = (last.get(key) ?? Promise.resolve()).then(run);
    const settled = result
      .catch(() => undefined)
      .then(() => {
        if (last.get(key) === settled) last.delete(key);
      });
    last.set(key, settled);
    return result;
  };
}
