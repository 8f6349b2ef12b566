import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';

const useStyles = makeStyles({
  cover: {
    position: 'fixed',
    inset: '12px',
    zIndex: 2000,
    display: 'grid',
    placeContent: 'center',
    borderRadius: tokens.borderRadiusXLarge,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackgroundAlpha2,
    pointerEvents: 'none',
  },
});

/** Takes a workbook that is dropped anywhere on the page. */
export function DropArea({ onDrop }: { onDrop(file: File): void }) {
  const styles = useStyles();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const bringsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const listeners = {
      dragover(event: DragEvent) {
        if (!bringsFile(event)) return;
        event.preventDefault();
        setOver(true);
      },
      dragleave(event: DragEvent) {
        // Leaving the window and not only an element in it.
        if (!event.relatedTarget) setOver(false);
      },
      drop(event: DragEvent) {
        if (!bringsFile(event)) return;
        event.preventDefault();
        // Before the grid, which would take the file for a picture.
        event.stopPropagation();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file) onDrop(file);
      },
    };
    const entries = Object.entries(listeners) as [keyof typeof listeners, (event: DragEvent) => void][];
    for (const [name, listener] of entries) window.addEventListener(name, listener, true);
    return () => {
      for (const [name, listener] of entries) window.removeEventListener(name, listener, true);
    };
  }, [onDrop]);
  if (!over) return null;
  return (
    <div className={styles.cover}>
      <Text size={500}>松开鼠标，打开这个工作簿</Text>
    </div>
  );
}
