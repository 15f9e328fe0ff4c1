"use client";

import { createContext } from "react";
import type { RelocatedLines } from "@/core/compare/relocated-lines";

/** The lines of the comparison on the page that stand in another block than before. */
export const RelocatedLinesContext = createContext<RelocatedLines>(new Map());
