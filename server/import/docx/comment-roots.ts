/** Which comment a thread begins with, by the answers that Word's extended part knows. */

/** Of each the one above all others. `parentOf`: the one that it answers. */
export function rootsOf<Comment>(
  comments: readonly Comment[],
  parentOf: (comment: Comment) => Comment | undefined,
): ReadonlyMap<Comment, Comment> {
  const roots = new Map<Comment, Comment>();
  for (const comment of comments) {
    const above = new Set<Comment>();
    let root = comment;
    let next: Comment | undefined = comment;
    while (next !== undefined && !roots.has(next) && !above.has(next)) {
      above.add(next);
      root = next;
      next = parentOf(next);
    }
    if (next !== undefined) {
      // Of comments that answer each other, which would never end, the first begins the thread.
      root = roots.get(next) ?? comments.find((each) => above.has(each)) ?? root;
    }
    for (const each of above) roots.set(each, root);
  }
  return roots;
}
