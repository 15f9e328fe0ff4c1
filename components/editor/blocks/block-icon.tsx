import {
  IconAlignLeft,
  IconBlockquote,
  IconCalendar,
  IconH1,
  IconH2,
  IconH3,
  IconH4,
  IconHeading,
  IconList,
  IconListNumbers,
  IconSpeakerphone,
  IconTable,
  IconUser,
} from "@tabler/icons-react";
import type { SlashChoice } from "../slash/slash-store";

const ICONS = {
  paragraph: IconAlignLeft,
  title: IconHeading,
  byline: IconUser,
  dateLine: IconCalendar,
  salutation: IconSpeakerphone,
  heading1: IconH1,
  heading2: IconH2,
  heading3: IconH3,
  heading4: IconH4,
  quotation: IconBlockquote,
  bulletList: IconList,
  orderedList: IconListNumbers,
  table: IconTable,
} as const satisfies Record<SlashChoice, typeof IconTable>;

export function BlockIcon({ kind }: { kind: SlashChoice }) {
  const Icon = ICONS[kind];
  return <Icon size={18} stroke={1.6} aria-hidden />;
}
