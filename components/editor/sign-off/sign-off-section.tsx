"use client";

import { Button, Skeleton, Stack } from "@mantine/core";
import { IconSend, IconSignature } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useState } from "react";
import { useLocale, useMessages } from "@/components/messages/messages-provider";
import { laterPart } from "@/components/shell/later-part";
import { SignBy } from "@/components/sign-off/sign-by";
import { can, roleOnText } from "@/core/access";
import { isWanted, type SignOffRequest, type SignOffs } from "@/core/sign-off";
import { signedText } from "@/core/signed-text";
import { isClosed, type SpeechSummary } from "@/core/speech";
import { PageLink } from "../panel/page-link";
import panel from "../panel/side-panel.module.css";
import { loadRequestDialog, loadWithdrawDialog } from "../shell/part-loaders";
import { useConnectionFact } from "../shell/use-connection-fact";
import { useWorkspace } from "../shell/workspace-context";
import Expected from "./expected";
import classes from "./sign-off.module.css";
import { useSignOffs } from "./use-sign-offs";

const RequestDialog = dynamic(
  laterPart(loadRequestDialog),
  // With nothing of its own to show meanwhile, the whole section would go, and the focus with its button.
  { loading: () => null },
);
const WithdrawDialog = dynamic(laterPart(loadWithdrawDialog), { loading: () => null });

/** Who is asked to sign and what they answered; for the chief, asking. */
export default function SignOffSection() {
  const { signOffs: words } = useMessages();
  const { connection, person, settings } = useWorkspace();
  const role = useConnectionFact(connection, (state) => state.role);
  const known = useSignOffs();
  const request = known?.request ?? null;
  /** What was shown when the dialog was opened: what another chief asks meanwhile isn't replaced unseen. */
  const [asking, setAsking] = useState<SignOffs | null>(null);
  const [withdrawing, setWithdrawing] = useState<SignOffRequest | null>(null);
  const roleNow = roleOnText(role, settings.speech);
  const mayAsk = can(roleNow, "request-sign-off");
  const mine = request?.asked.find(({ person: { id } }) => id === person.id);
  const isOpen = request !== null && request.ended === null;
  return (
    <>
      {known === null && <Skeleton height={40} />}
      {known !== null && request === null && <p className={panel.note}>{words.none}</p>}
      {request !== null && request.note !== "" && (
        <Expected
          note={request.note}
          tasks={[]}
          by={request.askedBy.name}
          at={request.askedAt}
          reader={person.id}
          isOver={settings.speech.archived}
        />
      )}
      {request !== null && <Asked speech={settings.speech} request={request} />}
      <Stack gap={8} mt={10}>
        {isOpen && mine !== undefined && isWanted(mine) && can(roleNow, "sign-off") && (
          <PageLink path="read" label={words.goSign} icon={IconSignature} isMain />
        )}
        {mayAsk && (
          <Button
            variant="default"
            size="xs"
            fullWidth
            leftSection={<IconSend size={16} aria-hidden />}
            disabled={known === null}
            onClick={() => setAsking(known)}
          >
            {request === null ? words.request : words.requestAnew}
          </Button>
        )}
        {mayAsk && isOpen && (
          <Button variant="subtle" color="gray" size="xs" fullWidth onClick={() => setWithdrawing(request)}>
            {words.withdraw}
          </Button>
        )}
      </Stack>
      {asking !== null && <RequestDialog known={asking} onClose={() => setAsking(null)} />}
      {withdrawing !== null && <WithdrawDialog request={withdrawing} onClose={() => setWithdrawing(null)} />}
    </>
  );
}

function Asked({ speech, request }: { speech: SpeechSummary; request: SignOffRequest }) {
  const messages = useMessages();
  const { signOffs: words } = messages;
  const locale = useLocale();
  const { asked, dueOn, ended, stage } = request;
  const signed = asked.filter(({ state }) => state === "signed").length;
  const time = new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "short" });
  const progress = signed === asked.length ? words.allSigned : words.signedOf(signed, asked.length);
  return (
    <>
      <p className={classes.progress}>
        {ended === null ? progress : words.ended[ended]}
        {ended === null && dueOn !== null && signed < asked.length && !isClosed(speech) && (
          <small>
            <SignBy dueOn={dueOn} />
          </small>
        )}
      </p>
      <ol className={classes.people}>
        {asked.map(({ person, state, signOff, isAway }) => (
          <li key={person.id} data-state={state}>
            <span>{person.name}</span>
            <em>
              {signOff !== null && state === "signed" ? words.answers[signOff.answer] : words.states[state]}
            </em>
            {/* Who waits for them would wait for ever. */}
            {isAway && ended === null && state !== "signed" && <strong>{words.away}</strong>}
            {signOff !== null && (
              <small>
                {signOff.opinion !== "" && <q>{signOff.opinion}</q>}
                <time dateTime={new Date(signOff.at).toISOString()}>{time.format(signOff.at)}</time>
                <Link href={`/speeches/${speech.id}/versions?version=${signOff.version}`} prefetch={false}>
                  {signedText({ ...signOff, stage }, messages)}
                </Link>
              </small>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
