/** Messages between nodes as bytes: the sender's name, a kind, a body. */
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { personIdSchema } from "@/core/ids";
import type { ClientBinding, OfficeMessage, RoomMessage } from "../sync/ports";

const ROOM_KINDS = ["update", "head", "presence"] as const satisfies readonly RoomMessage["kind"][];

/** The name of the node that sent it, and what it said. */
export interface Received<Message> {
  readonly node: string;
  readonly message: Message;
}

export function encodeRoomMessage(node: string, message: RoomMessage): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarString(encoder, node);
  encoding.writeVarUint(encoder, ROOM_KINDS.indexOf(message.kind));
  switch (message.kind) {
    case "update":
      encoding.writeVarUint(encoder, message.seq);
      encoding.writeVarUint(encoder, message.bindings.length);
      for (const { clientId, personId } of message.bindings) {
        encoding.writeVarUint(encoder, clientId);
        encoding.writeVarString(encoder, personId);
      }
      encoding.writeVarUint8Array(encoder, message.update);
      break;
    case "head":
      encoding.writeVarUint(encoder, message.seq);
      break;
    case "presence":
      encoding.writeVarUint8Array(encoder, message.awareness);
      encoding.writeUint8(encoder, message.isAll ? 1 : 0);
      break;
  }
  return encoding.toUint8Array(encoder);
}

/** Throws for bytes that no node of this version sent. */
export function decodeRoomMessage(bytes: Uint8Array): Received<RoomMessage> {
  const decoder = decoding.createDecoder(bytes);
  const node = decoding.readVarString(decoder);
  const kind = ROOM_KINDS[decoding.readVarUint(decoder)];
  switch (kind) {
    case "update": {
      const seq = decoding.readVarUint(decoder);
      const bindings: ClientBinding[] = [];
      for (let rest = decoding.readVarUint(decoder); rest > 0; rest -= 1) {
        const clientId = decoding.readVarUint(decoder);
        bindings.push({ clientId, personId: personIdSchema.parse(decoding.readVarString(decoder)) });
      }
      return { node, message: { kind, seq, bindings, update: decoding.readVarUint8Array(decoder) } };
    }
    case "head":
      return { node, message: { kind, seq: decoding.readVarUint(decoder) } };
    case "presence": {
      const awareness = decoding.readVarUint8Array(decoder);
      return { node, message: { kind, awareness, isAll: decoding.readUint8(decoder) === 1 } };
    }
    default:
      throw new RangeError("unknown kind of message from another node");
  }
}

/** Office messages are few and small: JSON. */
export function encodeOfficeMessage(node: string, message: OfficeMessage): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ node, message }));
}

export function decodeOfficeMessage(bytes: Uint8Array): Received<OfficeMessage> {
  // Written by encodeOfficeMessage on a node of the same installation; Redis is inside its wall.
  return JSON.parse(new TextDecoder().decode(bytes)) as Received<OfficeMessage>;
}
