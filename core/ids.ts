/** Branded ids: a PersonId can't be passed where a SpeechId is wanted. Made once, at the edge. */
import * as z from "zod";
import { ID_PATTERN } from "./id-form";
import { newId } from "./new-id";

export const personIdSchema = z.string().regex(ID_PATTERN).brand<"PersonId">();
export const speechIdSchema = z.string().regex(ID_PATTERN).brand<"SpeechId">();
export const threadIdSchema = z.string().regex(ID_PATTERN).brand<"ThreadId">();
export const commentIdSchema = z.string().regex(ID_PATTERN).brand<"CommentId">();
export const versionIdSchema = z.string().regex(ID_PATTERN).brand<"VersionId">();
export const decisionIdSchema = z.string().regex(ID_PATTERN).brand<"DecisionId">();
export const signOffRequestIdSchema = z.string().regex(ID_PATTERN).brand<"SignOffRequestId">();
export const directiveIdSchema = z.string().regex(ID_PATTERN).brand<"DirectiveId">();
export const noticeIdSchema = z.string().regex(ID_PATTERN).brand<"NoticeId">();
export const houseStyleIdSchema = z.string().regex(ID_PATTERN).brand<"HouseStyleId">();

/** The page's own, from newId(), for a request that may be sent again when its answer was lost. */
export const requestKeySchema = z.string().regex(ID_PATTERN);

export type PersonId = z.infer<typeof personIdSchema>;
export type SpeechId = z.infer<typeof speechIdSchema>;
export type ThreadId = z.infer<typeof threadIdSchema>;
export type CommentId = z.infer<typeof commentIdSchema>;
export type VersionId = z.infer<typeof versionIdSchema>;
export type DecisionId = z.infer<typeof decisionIdSchema>;
export type SignOffRequestId = z.infer<typeof signOffRequestIdSchema>;
export type DirectiveId = z.infer<typeof directiveIdSchema>;
export type NoticeId = z.infer<typeof noticeIdSchema>;
export type HouseStyleId = z.infer<typeof houseStyleIdSchema>;

export const newPersonId = (): PersonId => personIdSchema.parse(newId());
export const newSpeechId = (): SpeechId => speechIdSchema.parse(newId());
export const newThreadId = (): ThreadId => threadIdSchema.parse(newId());
export const newCommentId = (): CommentId => commentIdSchema.parse(newId());
export const newVersionId = (): VersionId => versionIdSchema.parse(newId());
export const newDecisionId = (): DecisionId => decisionIdSchema.parse(newId());
export const newSignOffRequestId = (): SignOffRequestId => signOffRequestIdSchema.parse(newId());
export const newDirectiveId = (): DirectiveId => directiveIdSchema.parse(newId());
export const newNoticeId = (): NoticeId => noticeIdSchema.parse(newId());
export const newHouseStyleId = (): HouseStyleId => houseStyleIdSchema.parse(newId());
