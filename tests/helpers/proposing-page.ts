/** A page in 修订, for tests with happy-dom: the real editor on a client of the rooms. */
import { Collaboration } from "@tiptap/extension-collaboration";
import { OncePlaced } from "@/components/editor/comments/once-placed";
import { Suggesting } from "@/components/editor/suggest/suggesting-extension";
import { BindingGuard } from "@/components/sync/binding-guard";
import type { Role } from "@/core/access";
import { FRAGMENT } from "@/core/document/fragment";
import { newPersonId, type SpeechId } from "@/core/ids";
import type { Rooms } from "@/server/sync/rooms";
import { openPageEditor } from "../editor/page-editor";
import { until } from "./rooms";
import { SyncClient } from "./sync-client";

export class ProposingPage {
  readonly editor;

  private constructor(
    private readonly room: { readonly rooms: Rooms; readonly speechId: SpeechId; readonly role: Role },
    public client: SyncClient,
  ) {
    this.editor = openPageEditor(
      Collaboration.configure({ document: client.doc, field: FRAGMENT }),
      BindingGuard,
      OncePlaced,
      Suggesting.configure({
        person: client.personId,
        isOn: () => true,
        during: (write) => {
          this.client.suggests = true;
          write();
          this.client.suggests = room.role === "suggester";
        },
      }),
    );
  }

  /** Of a speech that has text. */
  static async open(rooms: Rooms, speechId: SpeechId, role: Role): Promise<ProposingPage> {
    const options = { role, suggests: role === "suggester", personId: newPersonId() };
    const client = new SyncClient(rooms, speechId, options);
    await until(() => client.allSaved && client.fragment.length > 0);
    return new ProposingPage({ rooms, speechId, role }, client);
  }

  get isAway(): boolean {
    return this.client.closed !== null;
  }

  /** All that was written meanwhile was suggested, and the page says so. */
  comeBack(): void {
    const { rooms, speechId, role } = this.room;
    const { doc, personId } = this.client;
    this.client = new SyncClient(rooms, speechId, { role, suggests: true, personId, doc });
  }

  close(): void {
    this.client.disconnect();
    this.editor.destroy();
  }
}
