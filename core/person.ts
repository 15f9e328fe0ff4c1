/** People as every layer sees them, and the requests that change them. */
import * as z from "zod";
import { type PersonId, personIdSchema } from "./ids";
import { LIMITS } from "./limits";
import { oneLineSchema } from "./one-line";

/** A person with an account. Never carries the password hash. */
export interface Person {
  readonly id: PersonId;
  readonly name: string;
  /** What is typed at sign-in; lower case, unique. */
  readonly signInName: string;
  readonly department: string;
  readonly title: string;
  readonly administrator: boolean;
  readonly disabled: boolean;
  readonly mustChangePassword: boolean;
  /** Epoch milliseconds. */
  readonly createdAt: number;
}

/** What colleagues may see of one another. */
export type DirectoryEntry = Pick<Person, "id" | "name" | "department" | "title">;

const name = oneLineSchema().min(1).max(LIMITS.nameCharacters);
const optionalText = oneLineSchema().max(LIMITS.nameCharacters).default("");
export const signInNameSchema = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[\p{Script=Han}a-z0-9._@-]{2,40}$/u);
export const passwordSchema = z.string().min(LIMITS.passwordMinCharacters).max(LIMITS.passwordMaxCharacters);

/** First visit: the administrator's own account. */
export const setUpSchema = z.object({ name, signInName: signInNameSchema, password: passwordSchema });
export type SetUp = z.infer<typeof setUpSchema>;

export const newPersonSchema = z.object({
  name,
  signInName: signInNameSchema,
  department: optionalText,
  title: optionalText,
  administrator: z.boolean().default(false),
  initialPassword: passwordSchema,
});
export type NewPerson = z.infer<typeof newPersonSchema>;

export const personChangeSchema = z
  .object({
    name,
    department: oneLineSchema().max(LIMITS.nameCharacters),
    title: oneLineSchema().max(LIMITS.nameCharacters),
    administrator: z.boolean(),
    disabled: z.boolean(),
  })
  .partial();
export type PersonChange = z.infer<typeof personChangeSchema>;

export const passwordResetSchema = z.object({ initialPassword: passwordSchema });
export const passwordChangeSchema = z.object({
  currentPassword: z.string().max(LIMITS.passwordMaxCharacters),
  newPassword: passwordSchema,
});

export const personRefSchema = z.object({ personId: personIdSchema });

export const directoryQuerySchema = z.object({ q: z.string().trim().max(LIMITS.nameCharacters).default("") });
