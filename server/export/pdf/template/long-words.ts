/**
 * Typst: words without a place to break, as an address, a row of dots or a long number, break anywhere rather
 * than run off the paper. The empty boxes between have no width and leave nothing in the text that is copied out.
 */
export const LONG_WORDS = `
#let apart(it) = it.text.clusters().join(box())
// Longer than these stand well at a line's end; at a slash or a question mark Typst breaks by itself.
#show regex("[0-9A-Za-z@._~=,:;#%+*…·—-]{30,}"): apart
`;

/** In a cell, which is often narrower than an ordinary word. Goes into a block of code. */
export const LONG_WORDS_IN_CELLS = 'show regex("[!-~]{8,}"): apart';
