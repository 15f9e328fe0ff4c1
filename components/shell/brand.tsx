import Link from "next/link";
import { useMessages } from "../messages/messages-provider";
import classes from "./brand.module.css";

/** The seal and the product's name; leads home. */
export function Brand() {
  const { general } = useMessages();
  return (
    <Link href="/" className={classes.brand} aria-label={general.product}>
      <span className={classes.seal} aria-hidden>
        合
      </span>
      <span className={classes.name} aria-hidden>
        {general.product}
      </span>
    </Link>
  );
}
