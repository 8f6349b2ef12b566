import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Pane } from '../state/pane';
import type { PaneState } from '../state/pane-state';

export const PaneContext = createContext<Pane | undefined>(undefined);

/** The pane that a view belongs to, for its actions. */
export function usePane(): Pane {
  const pane = useContext(PaneContext);
  if (!pane) throw new Error('A view stands outside the pane.');
  return pane;
}

/** The state as it is now; the view is drawn anew when it changes. */
export function usePaneState(): PaneState {
  const { store } = usePane();
  return useSyncExternalStore(store.subscribe, store.get);
}
