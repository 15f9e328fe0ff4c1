"use client";

import { useState } from "react";
import type { SpeechSummary } from "@/core/speech";
import { getSpeech } from "../api";
import { useFreshReturn } from "../use-fresh-return";

/** The speech's row as the page was served with it; as it is on the server by now where the page is gone back to. */
export function useFreshSpeech(served: SpeechSummary): SpeechSummary {
  const [speech, setSpeech] = useState(served);
  useFreshReturn(served, () => getSpeech(served.id), setSpeech);
  return speech;
}
