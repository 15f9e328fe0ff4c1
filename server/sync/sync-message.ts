/** The three sync messages of y-protocols, whole with their type, as the server sends them. */
import * as encoding from "lib0/encoding";
import { MESSAGE_SYNC } from "@/core/protocol";
import { SYNC_STEP_1, SYNC_STEP_2, SYNC_UPDATE } from "./message";

/** "This is what I have": the client answers with what is missing here. */
export const encodeSyncRequest = (stateVector: Uint8Array) => encode(SYNC_STEP_1, stateVector);
/** Everything that the client's state vector lacks. */
export const encodeSyncReply = (update: Uint8Array) => encode(SYNC_STEP_2, update);
export const encodeUpdate = (update: Uint8Array) => encode(SYNC_UPDATE, update);

function encode(subType: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE_SYNC);
  encoding.writeVarUint(encoder, subType);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}
