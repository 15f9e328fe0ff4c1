/** What the comparison is to show, and whether it does. */
import type { Results } from "./results";

/** CPU per delivered edit, as a part of hocuspocus's. */
const AIM_OF_HOCUSPOCUS = 0.4;

export interface Verdict {
  readonly met: boolean;
  readonly text: string;
}

/** Null unless Lectern, hocuspocus and the relay were all measured under this load. */
export function judgeAims(results: Results, load: string): readonly Verdict[] | null {
  const own = results.median(load, "lectern", "cpuMicrosPerEdit");
  const ratio = own / results.median(load, "hocuspocus", "cpuMicrosPerEdit");
  const floor = results.median(load, "relay", "cpuMicrosPerEdit");
  const p99 = results.median(load, "lectern", "p99Ms");
  const peer = results.median(load, "hocuspocus", "p99Ms");
  if ([ratio, floor, p99, peer].some(Number.isNaN)) return null;
  return [
    verdict(ratio <= AIM_OF_HOCUSPOCUS, `at most ${AIM_OF_HOCUSPOCUS} × hocuspocus`, `(${ratio.toFixed(2)})`),
    verdict(own < floor, "below the relay", `(${own.toFixed(1)} against ${floor.toFixed(1)} µs)`),
    verdict(p99 <= peer, "p99 no worse than hocuspocus", `(${p99.toFixed(1)} against ${peer.toFixed(1)} ms)`),
  ];
}

function verdict(met: boolean, aim: string, figures: string): Verdict {
  return { met, text: `${aim} ${met ? "met" : "**not met**"} ${figures}` };
}
