import type { Office } from "../helpers/office";

interface Sent {
  /** Tells a file's people from those of the others, who share a server with it. */
  readonly people: string;
  readonly title: string;
  readonly text: string;
  /** By when they are to sign, as YYYY-MM-DD. */
  readonly dueOn?: string;
}

/** A speech of a chief's that a leader is asked to sign. */
export async function sentForReview(office: Office, { people, title, text, dueOn }: Sent) {
  const chief = await office.colleague(`${people}-chief`, "周文清");
  const leader = await office.colleague(`${people}-leader`, "陈立川");
  const speech = await office.speech(chief, { title, text }, [[leader, "suggester"]]);
  await chief.visitor.request("POST", `/api/speeches/${speech.id}/sign-off-requests`, {
    people: [leader.person.id],
    inOrder: false,
    dueOn: dueOn ?? null,
  });
  return { chief, leader, speech };
}
