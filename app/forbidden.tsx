import { DeadEnd } from "@/components/shell/dead-end";

export default function Forbidden() {
  return (
    <main>
      <DeadEnd kind="forbidden" />
    </main>
  );
}
