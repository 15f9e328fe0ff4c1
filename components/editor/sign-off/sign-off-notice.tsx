"use client";

import { IconSignature } from "@tabler/icons-react";
import { useMessages } from "@/components/messages/messages-provider";
import { SignBy } from "@/components/sign-off/sign-by";
import { comparisonQuery } from "@/components/versions/comparison-query";
import { can } from "@/core/access";
import { brokenSignatures } from "@/core/broken-signatures";
import { isWanted } from "@/core/sign-off";
import { isClosed } from "@/core/speech";
import { NOW } from "@/core/version";
import { PageLink } from "../panel/page-link";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import classes from "../status/status-bar.module.css";
import { useSignOffs } from "./use-sign-offs";

/** What everybody must know at once: a signature that no longer holds; and whoever is asked, that they are. */
export function SignOffNotice() {
  const { general, signOffs: words } = useMessages();
  const { connection, person, settings } = useWorkspace();
  const role = useConnectionFact(connection, (state) => state.role);
  const request = useSignOffs()?.request ?? null;
  // What was known stays known to a page whose reader may no longer see it.
  if (!can(role, "see-versions")) return null;
  // Nobody signs a closed text.
  if (isClosed(settings.speech)) return null;
  if (request === null || request.ended === "withdrawn") return null;
  const { asked, ended } = request;
  if (ended === "returned") {
    const returned = asked.find(({ state }) => state === "returned");
    return (
      <Notice
        isAlert
        text={words.returnedBy(returned?.person.name ?? "", returned?.signOff?.opinion ?? "")}
      />
    );
  }
  const mine = asked.find(({ person: { id } }) => id === person.id);
  const goSign = mine !== undefined && isWanted(mine) && (
    <PageLink path="read" label={words.goSign} icon={IconSignature} isMain />
  );
  const broken = brokenSignatures(asked);
  const [first] = broken;
  if (first !== undefined) {
    // What is counted is what is shown.
    const names = broken.map(({ person: { name } }) => name).join(general.between);
    const path = `versions${comparisonQuery({ from: first.signOff.version, to: NOW })}`;
    return (
      <Notice isAlert title={words.broken(first.changedCharacters)} text={words.brokenFor(names)}>
        <PageLink path={path} label={words.seeChanges} />
        {goSign}
      </Notice>
    );
  }
  return (
    goSign && (
      <Notice
        text={
          <>
            {words.asksYou(request.askedBy.name)} {request.dueOn !== null && <SignBy dueOn={request.dueOn} />}
          </>
        }
      >
        {goSign}
      </Notice>
    )
  );
}

interface NoticeProps {
  readonly title?: string;
  readonly text: React.ReactNode;
  readonly isAlert?: boolean;
  readonly children?: React.ReactNode;
}

function Notice({ title, text, isAlert = false, children }: NoticeProps) {
  return (
    <div className={classes.notice} data-refused={isAlert || undefined} role={isAlert ? "alert" : "status"}>
      <IconSignature size={16} aria-hidden />
      <span>
        {title !== undefined && <strong>{title}</strong>} {text}
      </span>
      {children}
    </div>
  );
}
