import { DeadEnd } from "@/components/shell/dead-end";

export default function NotFound() {
  return (
    <main>
      <DeadEnd kind="not-found" />
    </main>
  );
}
