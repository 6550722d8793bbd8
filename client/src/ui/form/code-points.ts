/** Length as the API counts it: an emoji is one, whatever UTF-16 makes of it. */
export function countCodePoints(text: string): number {
  return [...text].length;
}
