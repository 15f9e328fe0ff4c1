"use client";

import { ActionIcon, Alert, Button, Skeleton } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import Link from "next/link";
import { useKeptSession } from "@/components/account/use-kept-session";
import { readSignOffs, readTextToSign } from "@/components/api/sign-offs";
import paper from "@/components/editor/shell/paper.module.css";
import { FailureNotice } from "@/components/form/failure-notice";
import { useMessages } from "@/components/messages/messages-provider";
import { useLoaded } from "@/components/use-loaded";
import { numbersIn } from "@/components/versions/heading-numbers";
import { PlainBlock } from "@/components/versions/plain-block";
import type { DocumentNode } from "@/core/document/schema";
import type { PersonId } from "@/core/ids";
import type { NumberingStyle, SpeechSummary } from "@/core/speech";
import { AnswerForm } from "./answer-form";
import classes from "./sign.module.css";

interface SignPageProps {
  readonly speech: SpeechSummary;
  readonly me: PersonId;
}

/** The text as it would be signed, to read without anything beside it, and at its end the answer. */
export function SignPage({ speech, me }: SignPageProps) {
  const { signOffs: words, speech: names } = useMessages();
  useKeptSession();
  const { value, failure, reload } = useLoaded(speech.id, async (signal) => {
    // The state first: a change in between makes the text the newer of the two, and the server decides.
    const signOffs = await readSignOffs(speech.id, signal);
    return { signOffs, text: await readTextToSign(speech.id, signal) };
  });
  const mine = value?.signOffs.request?.asked.find(({ person }) => person.id === me);
  return (
    <div className={classes.frame}>
      <header className={classes.header}>
        <ActionIcon
          component={Link}
          href={`/speeches/${speech.id}`}
          variant="subtle"
          color="gray"
          size={40}
          aria-label={words.backToText}
          title={words.backToText}
        >
          <IconChevronLeft size={22} aria-hidden />
        </ActionIcon>
        <h1 className={classes.title}>
          <span>{speech.title || names.untitled}</span>
          <small>{words.page}</small>
        </h1>
      </header>
      <main className={classes.desk} aria-label={words.pageTitle}>
        {value === null && failure === null && <Skeleton height={520} maw={860} mx="auto" />}
        {failure !== null && (
          <Alert color="vermilion" variant="light" maw={860} mx="auto">
            <FailureNotice failure={failure} />
            <Button mt="xs" size="xs" variant="default" onClick={reload}>
              {words.readNew}
            </Button>
          </Alert>
        )}
        {value !== null && (
          <>
            <p className={classes.about}>{words.accepted}</p>
            <Text document={value.text.document} style={speech.numberingStyle} />
            <AnswerForm
              // A form for each text: what was chosen for another doesn't count for this one.
              key={value.text.textHash}
              speechId={speech.id}
              textHash={value.text.textHash}
              request={value.signOffs.request}
              mine={mine}
              onDone={reload}
            />
          </>
        )}
      </main>
    </div>
  );
}

function Text({ document, style }: { document: DocumentNode; style: NumberingStyle }) {
  const numbers = numbersIn(document, style);
  return (
    <article className={`${paper.sheet} ${classes.sheet}`}>
      <div className={paper.page}>
        <div className="ProseMirror">
          {document.content?.map((node, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: it is read only, and drawn anew as a whole.
            <PlainBlock key={index} node={node} number={numbers[index]} />
          ))}
        </div>
      </div>
    </article>
  );
}
