/**
 * What a form changes of what it began with. The rest isn't sent: others may have changed it meanwhile, and would
 * have it taken back unseen. Values are compared by `Object.is`, so they have to be plain ones.
 */
export function changedFields<Values extends object>(now: Values, begun: Values): Partial<Values> {
  const changed = Object.entries(now).filter(
    ([name, value]) => !Object.is(value, begun[name as keyof Values]), // a name out of the same type
  );
  return Object.fromEntries(changed) as Partial<Values>; // a part of it
}
