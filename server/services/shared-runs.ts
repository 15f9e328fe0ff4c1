/** Work that many ask for at the same moment, done once for all who asked before it began. */

/** Whoever asks while it runs gets the next run, since this one may have begun before a change. */
export function sharedRuns<Key, Result>(run: (key: Key) => Promise<Result>): (key: Key) => Promise<Result> {
  const running = new Map<Key, Promise<Result>>();
  const following = new Map<Key, Promise<Result>>();

  const start = (key: Key): Promise<Result> => {
    const result = run(key).finally(() => running.delete(key));
    running.set(key, result);
    return result;
  };
  return (key) => {
    const current = running.get(key);
    if (current === undefined) return start(key);
    let next = following.get(key);
    if (next === undefined) {
      const after = () => {
        following.delete(key);
        return start(key);
      };
      next = current.then(after, after);
      following.set(key, next);
    }
    return next;
  };
}
