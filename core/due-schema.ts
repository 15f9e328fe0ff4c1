/** The day by which something is due, in requests; apart from due.ts, which pages need without schemas. */
import * as z from "zod";
import { EARLIEST_DUE_DAY } from "./due";

export const dueOnSchema = z.iso.date().refine((day) => day >= EARLIEST_DUE_DAY);
