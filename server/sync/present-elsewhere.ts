/** Who has which speech open on the other nodes, as they last said. */
import type { SpeechId } from "@/core/ids";
import type { PresentPerson } from "@/core/speech";
import { SILENT_NODE_MS } from "./signs-of-life";

interface Report {
  readonly people: readonly PresentPerson[];
  readonly at: number;
}

export class PresentElsewhere {
  private readonly reports = new Map<SpeechId, Map<string, Report>>();

  constructor(private readonly now: () => number) {}

  report(node: string, speechId: SpeechId, people: readonly PresentPerson[]): void {
    const nodes = this.reports.get(speechId) ?? new Map<string, Report>();
    if (people.length === 0) nodes.delete(node);
    else nodes.set(node, { people, at: this.now() });
    if (nodes.size === 0) this.reports.delete(speechId);
    else this.reports.set(speechId, nodes);
  }

  /** People on other nodes; somebody with tabs on two of them comes twice. */
  of(speechId: SpeechId): readonly PresentPerson[] {
    const nodes = this.reports.get(speechId);
    if (nodes === undefined) return [];
    for (const [node, { at }] of nodes) if (this.now() - at > SILENT_NODE_MS) nodes.delete(node);
    if (nodes.size === 0) this.reports.delete(speechId);
    return [...nodes.values()].flatMap(({ people }) => people);
  }
}
