/** Every limit in one place. Sizes in bytes, times in milliseconds unless the name says otherwise. */
export const LIMITS = {
  /** One WebSocket message. A pasted 100,000-character speech is about 0.4 MB of update. */
  messageBytes: 2 * 1024 * 1024,
  /** Client ids that one socket shows a caret under in its life. A page has one, and another one when its own is taken. */
  caretIdsPerSocket: 8,
  /** State of one speech, encoded. Past it writers get `too-large`. */
  documentBytes: 5 * 1024 * 1024,
  /**
   * Beyond that for deletions, which are what makes room again; one in the middle of a run adds some
   * bytes all the same, so that scattered ones could grow a document without end.
   */
  deletionReserveBytes: 1024 * 1024,
  /** Places deleted by one message, each of which costs the room a search and a cut. A replacement
   * everywhere in a speech of 30,000 characters has some 2,000. */
  deletionsPerUpdate: 20_000,
  /**
   * Blocks one inside the other, from one that stands in the speech to the innermost line. A list in a list takes two,
   * so that lists go 24 deep. Pages, exports and versions walk a text level by level, and the stack is finite.
   */
  nestedBlocks: 50,
  /** Accepted but not yet durable, per speech; past it writers get `storage-unavailable`. */
  uncommittedBytes: 8 * 1024 * 1024,
  /** The same, all speeches of a server together. */
  allUncommittedBytes: 128 * 1024 * 1024,
  /** For who needs a text as it is, as a version or a file does, until the disk has what was written before. */
  textWaitMs: 5000,
  /** Handed to the log and not yet on disk, all speeches together; past it appends are refused. */
  logQueueBytes: 128 * 1024 * 1024,
  /** Every opened page is a client of Yjs; more in one update than a person's offline pages is a forgery. */
  newClientsPerUpdate: 256,
  /** Queued for a socket that doesn't read; past it the socket is dropped to resync. */
  socketBacklogBytes: 8 * 1024 * 1024,
  /** Answers to pings that a socket hasn't read yet. */
  waitingPongs: 60,
  /** For a closed socket to take the last word; then it is dropped, with what it hasn't read. */
  closingMs: 3000,
  socketsPerPerson: 40,
  socketsPerRoom: 500,
  /** What a speech goes through; with those left out that drafts were made of. */
  officeStages: 10,
  knownStages: 60,
  /** Chinese ones; Latin letters count half. */
  stageNameCharacters: 10,
  /** Files that are made for one person at a time; the rest of the office waits behind them. */
  exportsPerPerson: 3,
  /** Speeches whose pages wait to be made; each takes a part of a second. */
  previewsWaiting: 20,
  /** Of those for one person; a page asks for one and asks again. */
  previewsPerPerson: 5,
  /** Comparisons and searches in versions that are under way for one person, who looks at one and may leave others behind. */
  comparisonsPerPerson: 8,
  /** Speeches in one ZIP. */
  exportsAtOnce: 50,
  /** Of a file's name behind the title; the rest of it is the title's. */
  nameEndCharacters: 80,
  /** A file to import. A speech with pictures, which are left out, is seldom over ten. */
  importBytes: 20 * 1024 * 1024,
  /** What a file may unpack to. A hundred pages as .docx are about 3 MB of XML. */
  importUnpackedBytes: 60 * 1024 * 1024,
  /** Paragraphs, items, cells and what holds them, of a file's text. A hundred pages have some 2,000. */
  importedBlocks: 50_000,
  /** Reading a file; past it the work is given up. */
  importMs: 5000,
  /** Resident memory of a process that reads files; past it the work is given up. What is taken between two looks
   * at it stays under 200 MB. */
  importMemoryBytes: 184 * 1024 * 1024,
  /** JavaScript heap of such a process, which is then cleared before the memory is used up. */
  importHeapMegabytes: 96,
  /** Files that are read for one person at a time. */
  importsPerPerson: 3,
  /** People named in one file, listed in it or not. */
  importedAuthors: 200,
  /** Reactions in one file, together with those that the speech has: every page of it reads them all. */
  importedReactions: 10_000,
  /** Versions in a speech's own file; one a working day for years. */
  versionsPerFile: 2000,
  /** JSON of the text of one of them, and of all. A file names a block as often as it likes, so a small one may
   * stand for much: 2,000 versions of 30,000 characters are about 240 MB. */
  fileVersionCharacters: 10 * 1024 * 1024,
  fileVersionsCharacters: 300 * 1024 * 1024,
  /** Of a version's name or note in such a file; the forms that make them ask for less. */
  versionWords: 1000,
  /** Files chosen at once. */
  importFiles: 20,
  /** Sync messages a socket may send per second, averaged over ten seconds. */
  messagesPerSecond: 200,
  /**
   * What a socket may send a second, and have the server encode for it alone, averaged over ten seconds.
   * A page that asks for the largest document and brings a day of offline writing stays below.
   */
  bytesPerSecond: 1024 * 1024,
  /**
   * Questions a second what a socket lacks of the text, averaged over ten seconds: so five at once. Each
   * makes the server go through the whole text, however short the answer. A page asks once a connection,
   * a reader's with unsent text twice.
   */
  questionsPerSecond: 0.5,
  /** Suggestions in one speech that crossed with other edits and are put right, averaged over ten seconds. */
  crossingsPerSecond: 5,
  /**
   * Of edits that a room with suggestions remembers, for who decides on one that was decided before they saw it: of
   * somebody who types letter by letter some 10,000. Half of them are forgotten at a time.
   */
  unseenBytes: 2 * 1024 * 1024,
  /** Request body of the JSON API. */
  requestBytes: 4 * 1024 * 1024,
  /** Bodies of all requests that one person has under way: as many files as are read at once, each of the largest. */
  bodyBytesPerPerson: 64 * 1024 * 1024,
  /** Body of a sign-in or sign-out, which next-auth reads whole, and of the first visit: nobody has to be known for it. */
  signInBytes: 16 * 1024,
  titleCharacters: 200,
  nameCharacters: 60,
  passwordMinCharacters: 10,
  passwordMaxCharacters: 200,
  speechesPerPage: 50,
  /** A remark of a page or two; more is a document of its own. */
  commentCharacters: 4000,
  /** Of the text that a thread was made on; longer ones are cut in the middle by the page. */
  quoteCharacters: 2000,
  /** A paragraph that a leader read, sent along with a remark on it. */
  readBlockCharacters: 20_000,
  mentionsPerComment: 50,
  threadsPerSpeech: 5000,
  commentsPerThread: 1000,
  /** Of what is looked for among the speeches. */
  searchCharacters: 100,
  /** Of a passage that is looked for in all versions: any sentence. In an address a character is nine bytes, and
   * proxies take lines of eight thousand as they come. */
  passageCharacters: 800,
  signersPerRequest: 20,
  opinionCharacters: 1000,
  /** People told what to do when a speech comes to its next draft, and what in a line. */
  tasksPerMove: 20,
  taskCharacters: 100,
  /** What stands in the way of a final text, of one kind; mostly suggestions. */
  blockersSeen: 50_000,
  blockerKeyCharacters: 60,
  /** Layouts that an office makes; more nobody finds the right one among. */
  houseStyles: 50,
  houseStyleNameCharacters: 30,
  /** Of a decided suggestion's text, in the list of decisions. */
  decidedCharacters: 500,
  /** Of what a decision that came too late was about, in the notice of that. */
  lateDecisionCharacters: 20,
  reasonCharacters: 500,
  /** Suggestions that one reason is given for. */
  decidedAtOnce: 10_000,
  decisionsPerPage: 100,
} as const;

/** Speaking rates that a speech may be set to, in spoken units a minute. */
export const CHARACTERS_PER_MINUTE = { min: 60, max: 600 } as const;
