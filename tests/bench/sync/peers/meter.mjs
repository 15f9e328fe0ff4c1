/** In every measured process: says where it listens, and on request what it has used so far. */

/** @param {number} port where the server listens @param {() => unknown} close stores and ends everything */
export function announce(port, close) {
  process.on("message", (message) => {
    if (message !== "usage") return;
    // Whole process: the log's thread, the disk's and the collector's threads count too.
    const { user, system } = process.cpuUsage();
    process.send?.({ kind: "usage", cpuMicros: user + system, residentBytes: process.memoryUsage.rss() });
  });
  process.once("SIGTERM", async () => {
    await close();
    process.exit(0);
  });
  process.once("disconnect", () => process.exit(1));
  process.send?.({ kind: "listening", port });
}
