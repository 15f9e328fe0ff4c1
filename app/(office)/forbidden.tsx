import { DeadEnd } from "@/components/shell/dead-end";

/** Inside the office's shell, which has the main landmark. */
export default function Forbidden() {
  return <DeadEnd kind="forbidden" />;
}
