const { imul } = Math;

/**
 * A checksum that tells cells as they were written from cells that were changed since. Not for security: who can write into the
 * workbook can write a checksum too.
 *
 * @see cyrb53 by bryc, public domain, github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js: 53 bits
 */
export function checksum(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    high = imul(high ^ unit, 2654435761);
    low = imul(low ^ unit, 1597334677);
  }
  high = imul(high ^ (high >>> 16), 2246822507) ^ imul(low ^ (low >>> 13), 3266489909);
  low = imul(low ^ (low >>> 16), 2246822507) ^ imul(high ^ (high >>> 13), 3266489909);
  // The letter first: `1e5` alone would become a number in a cell.
  return `h${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}`;
}
