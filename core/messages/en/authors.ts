import type { authors as zhAuthors } from "../zh-CN/authors";

export const authors: typeof zhAuthors = {
  title: "Who wrote how much",
  shade: "Shade the text by author",
  scope: "Counted and shaded",
  wholeSpeech: "Whole speech",
  thisPart: "Part at the caret",
  beforeFirst: "Before the first heading",
  person: "Person",
  characters: "Characters",
  share: "Share",
  notSavedYet: "Not saved yet",
  notKnownYet: "Author not known yet",
  empty: "There is no text here yet.",
};
