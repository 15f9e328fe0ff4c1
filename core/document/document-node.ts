/** A document as JSON from elsewhere, looked at before the schema is asked whether it fits. */
import * as z from "zod";
import type { DocumentNode } from "./schema";

const attributes = z.record(z.string(), z.unknown()).optional();

export const documentNodeSchema: z.ZodType<DocumentNode> = z.lazy(() =>
  z.object({
    type: z.string(),
    attrs: attributes,
    content: z.array(documentNodeSchema).optional(),
    text: z.string().optional(),
    marks: z.array(z.object({ type: z.string(), attrs: attributes })).optional(),
  }),
);
