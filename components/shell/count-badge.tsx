import classes from "./count-badge.module.css";

/** What lets a button show the badge at its corner. */
export const BADGE_HOLDER = classes.holder;

/** How much waits behind a button, at its corner; the button's name says it to whom the number alone says nothing. */
export function CountBadge({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className={classes.count} aria-hidden>
      {count > 99 ? "99+" : count}
    </span>
  );
}
