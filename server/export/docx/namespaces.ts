/** The namespaces that the parts of a .docx declare at their root. */

/** What every part has. */
export const W = {
  "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
} as const;
/** Parts with times: newer Word alone knows the true ones. */
export const W16 = {
  ...W,
  "xmlns:mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
  "xmlns:w16du": "http://schemas.microsoft.com/office/word/2023/wordml/word16du",
  "mc:Ignorable": "w16du",
} as const;
/** Parts with comments: their paragraphs have ids, which newer Word alone knows. */
export const W14 = {
  ...W16,
  "xmlns:w14": "http://schemas.microsoft.com/office/word/2010/wordml",
  "xmlns:w15": "http://schemas.microsoft.com/office/word/2012/wordml",
  "mc:Ignorable": "w14 w15 w16du",
} as const;
