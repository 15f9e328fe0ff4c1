import Link from "next/link";
import { useMessages } from "../messages/messages-provider";
import classes from "./brand.module.css";

/** The seal and the product's name; leads home. */
export function Brand() {
  const { common } = useMessages();
  return (
    <Link href="/" className={classes.brand} aria-label={common.product}>
      <span className={classes.seal} aria-hidden>
        合
      </span>
      <span className={classes.name} aria-hidden>
        {common.product}
      </span>
    </Link>
  );
}
