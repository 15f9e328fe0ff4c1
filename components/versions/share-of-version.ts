import type { Messages } from "@/core/messages/messages";
import { groupedNumber } from "@/core/text/grouped-number";
import type { VersionAuthor } from "@/core/version";

/** 王建国写 12 字、删 3 字; the name alone of who only moved or formatted something. */
export function shareOfVersion(
  { name, characters, removed }: VersionAuthor,
  { share }: Messages["versions"],
): string {
  const said = (count: number) => (count === 0 ? null : groupedNumber(count));
  return share(name, said(characters), said(removed));
}
