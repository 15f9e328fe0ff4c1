import type { DirectiveKind } from "@/core/directive";
import { type DirectiveId, newDirectiveId } from "@/core/ids";

/**
 * The ids under which a passage's directive is sent. The same words keep their id, so that an attempt
 * whose answer was lost makes nothing twice; other words get another, or the server would take them for
 * the first ones and they would be lost.
 */
export class AttemptIds {
  readonly #ids = new Map<string, DirectiveId>();

  idFor(kind: DirectiveKind, text: string): DirectiveId {
    const words = `${kind} ${text.trim()}`;
    const id = this.#ids.get(words) ?? newDirectiveId();
    this.#ids.set(words, id);
    return id;
  }
}
