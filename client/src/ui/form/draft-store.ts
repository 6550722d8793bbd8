import { defineStore } from 'pinia';
import { reactive } from 'vue';

const PREFIX = 'gatehouse-draft:';

/** Unsaved forms, kept in the tab so that a reload or an ended session loses nothing. */
export const useDraftStore = defineStore('drafts', () => {
  const drafts = reactive(new Map<string, string>());

  function read<T>(key: string): T | undefined {
    const text = drafts.get(key) ?? sessionStorage.getItem(PREFIX + key);
    return text ? (JSON.parse(text) as T) : undefined;
  }

  function write(key: string, draft: unknown) {
    const text = JSON.stringify(draft);
    drafts.set(key, text);
    sessionStorage.setItem(PREFIX + key, text);
  }

  function discard(key: string) {
    drafts.delete(key);
    sessionStorage.removeItem(PREFIX + key);
  }

  return { read, write, discard };
});
