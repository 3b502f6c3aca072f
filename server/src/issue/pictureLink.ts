/**
 * A Markdown picture: words in brackets, an address in parentheses that may hold a separate pair, as file names do
 * (scan_(1).jpg). The address is in the group `address`. Bounded, so that a long line stays linear.
 */
export const PICTURE_LINK = String.raw`!\[[^\]\n]{0,300}\]\((?<address>(?:[^()\n]|\([^()\n]{0,100}\)){0,600})\)`;
