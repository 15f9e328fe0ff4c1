"use client";

import { useMediaQuery } from "@mantine/hooks";
import dynamic from "next/dynamic";
import { useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { can, roleUnlessArchived } from "@/core/access";
import { ownStageNote } from "@/core/sign-off";
import panel from "../panel/side-panel.module.css";
import { loadExpected } from "../shell/part-loaders";
import { StageEntry } from "../shell/stage-entry";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import { useSignOffs } from "./use-sign-offs";

const Expected = dynamic(laterPart(loadExpected), { loading: () => null });

/** What was said when the speech came to its stage and who is to do what; on a phone, whose bar has no room for it, the stage. */
export function StageSection() {
  const { speech: names, stages: words } = useMessages();
  const { connection, person, settings } = useWorkspace();
  const { speech } = settings;
  const role = useConnectionFact(connection, (state) => state.role);
  const isPhone = useMediaQuery("(max-width: 48em)", false, { getInitialValueInEffect: false });
  const known = useSignOffs();
  // What was known stays known to a page whose reader may no longer see it.
  const note = known !== null && can(role, "see-versions") ? ownStageNote(known) : null;
  if (!isPhone && note === null) return null;
  return (
    <section className={panel.section} aria-labelledby="speech-stage">
      <h2 id="speech-stage">{note === null ? names.stage : words.section}</h2>
      {isPhone && (
        <StageEntry
          settings={settings}
          mayMove={can(roleUnlessArchived(speech.role, speech), "move-stage")}
        />
      )}
      {note !== null && <Expected {...note} reader={person.id} isOver={speech.archived} />}
    </section>
  );
}
