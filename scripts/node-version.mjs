/** The check that must run on Node versions too old for everything else. */

/** The oldest Node that the dependencies run on; the same as in package.json, engines. */
const OLDEST = [20, 19];

/** Ends the process with a sentence instead of a syntax error from somewhere inside. */
export function checkNodeVersion() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1])) return;
  console.error(
    `Lectern needs Node ${OLDEST.join(".")} or newer; this is ${process.versions.node} (${process.execPath}).`,
  );
  process.exit(1);
}
