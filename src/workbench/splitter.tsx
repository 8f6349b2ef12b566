import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type KeyboardEvent, type PointerEvent } from 'react';

const useStyles = makeStyles({
  line: {
    width: '5px',
    flexShrink: 0,
    cursor: 'col-resize',
    touchAction: 'none',
    backgroundColor: tokens.colorNeutralStroke2,
    '&:hover, &:focus-visible': { backgroundColor: tokens.colorBrandStroke1, outlineStyle: 'none' },
  },
});

const NARROWEST = 320;
const STEP = 20;
const GRID_LEAST = 400;

/** What the pane's width may be in this window. */
export function withinWindow(width: number): number {
  return Math.max(NARROWEST, Math.min(width, window.innerWidth - GRID_LEAST));
}

/** The line between grid and pane: dragged, or moved with the arrow keys. */
export function Splitter({ width, onMove }: { width: number; onMove(width: number): void }) {
  const styles = useStyles();
  const [dragging, setDragging] = useState(false);
  const move = (event: PointerEvent) => {
    if (dragging) onMove(withinWindow(window.innerWidth - event.clientX));
  };
  const key = ({ key: pressed }: KeyboardEvent) => {
    const step = pressed === 'ArrowLeft' ? STEP : pressed === 'ArrowRight' ? -STEP : 0;
    if (step) onMove(withinWindow(width + step));
  };
  return (
    <div
      className={styles.line}
      role="separator"
      aria-label="调整考评窗格宽度"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      tabIndex={0}
      onKeyDown={key}
      onPointerDown={(event) => {
        // The frame would otherwise swallow the movements over it.
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging(true);
      }}
      onPointerMove={move}
      onPointerUp={() => setDragging(false)}
    />
  );
}
