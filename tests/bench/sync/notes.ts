/** How to read the tables; part of the report. */
export const NOTES = `## What each server promises

| server | when others see an edit | when it is stored |
| --- | --- | --- |
| lectern | after it is synced to the disk | before anyone sees it (SQLite WAL, synchronous=FULL, group commit in a thread); every update checked: author, schema, completeness |
| hocuspocus | at once, merged per turn of the event loop | the whole document 2 to 10 s after the first change (database extension, better-sqlite3, WAL, synchronous=FULL) |
| y-websocket | at once, one message each | afterwards, one LevelDB write per update, not synced |
| relay | at once, one message each | never |

## What is counted

- **Delivered edit**: one character that reached one other client. An edit that everybody in a room of 60 receives is 59 delivered edits; the author's own copy doesn't count, though hocuspocus and y-websocket send it.
- **Batching**: Lectern and hocuspocus merge edits that wait together into one update and one frame, and only the newest cursor of each client travels; y-websocket and the relay send a frame per edit and one per cursor. Fewer frames are where most of the saving is: *frames per delivered edit* shows it (2 means one for the edit, one for the cursor). A server that merges therefore costs less per edit the more people write, and most when one person writes alone.
- **Waiting**: while much is written, Lectern lets an edit wait a few milliseconds so that rooms commit together (docs/decisions/23-departures.md). That saves frames and commits, and shows in p50.
- **Warm-up**: every server runs its load for the time named above before it is measured. In its first seconds V8 still compiles, which costs each of them CPU that no later minute of a meeting does (--warm-up 2 shows it).
- **Latency** runs from the client's send to the other client's receipt and holds the wait for a commit at Lectern. Clients are cheap sockets in one process that keep a clock per writer and parse update metadata; they know what was sent and count what is missing.
- **Lost**: edits missing at any client after everything has come to rest, over all rounds; **lost by restart**: characters missing after SIGTERM and a restart on the same storage, read by a new client with a full document. y-websocket's server has no orderly end; here it gets one that waits for its writes.
- **Ramp**: a short warm-up and window for each rate, so that a server's limits on what one socket sends over longer times (Lectern's: 200 messages a second over ten seconds) aren't what ends it. Who is named first ended it: the server, or the generator, which is one process on one core; behind it the server's own limit is higher than the figure.
- **kill -9**: ten clients, five writers; the process is killed as soon as every client has every edit, then started again on the same storage. A killed process shows what a crash costs; a power cut would also take what wasn't synced.
- Nobody signs in anywhere, no compression, loopback. Hocuspocus 4.7 asks for Node 22 and ran here on the Node named above.
- Lectern runs bundled as in production, with what server/build.ts and server/upgrade.ts give a room and its sockets: the log, metrics, figures for the home page, what was taken out, versions kept after pauses and before large removals, notices, pings. Left out are sign-in and all that asks it again while a socket is open (its end, withdrawn access), the data's generation, messages in parts, pages, the HTTP server's limits and the log file. The heartbeat is on, but its first ping comes after 25 s, so most of the windows see none; peers have theirs (hocuspocus every 60 s, y-websocket every 30 s), the relay has none.`;
