import { useFluent } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

/** When a dialog that no trigger of its own opened has closed, leads back to where the person was. */
export function useReturnFocus(open: boolean): void {
  const { targetDocument } = useFluent();
  const opener = useRef<HTMLElement | null>(null);
  const wasOpen = useRef(false);
  // Noted while drawing: once the dialog is there, the focus is in it.
  if (open && !wasOpen.current) opener.current = targetDocument?.activeElement as HTMLElement | null;
  wasOpen.current = open;
  useEffect(() => {
    if (!open) return undefined;
    return () => {
      const back = opener.current;
      setTimeout(() => back?.isConnected && back.focus());
    };
  }, [open]);
}
