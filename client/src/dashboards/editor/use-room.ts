import { onBeforeUnmount, ref, type Ref } from 'vue';

/** Whether the window is wide enough to move widgets on a grid; else they stand in one column. */
export function useRoom(): Ref<boolean> {
  const query = window.matchMedia('(min-width: 901px)');
  const isRoomy = ref(query.matches);
  const follow = () => (isRoomy.value = query.matches);
  query.addEventListener('change', follow);
  onBeforeUnmount(() => query.removeEventListener('change', follow));
  return isRoomy;
}
