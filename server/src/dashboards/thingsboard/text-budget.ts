import { longestHtmlTogether } from '../parse-widgets.js';

/** How much text of a file is looked at: making it harmless takes its time. */
export class TextBudget {
  private left = longestHtmlTogether;

  /** @returns false when nothing of this length is taken any more */
  take(characters: number): boolean {
    if (characters > this.left) return false;
    this.left -= characters;
    return true;
  }
}
