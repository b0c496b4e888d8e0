import { useState } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import classes from './bottom-panel.module.css';

const lowest = 130;
const highest = 640;
const keyStep = 20;

const clamped = (height: number) => Math.round(Math.min(highest, Math.max(lowest, height)));

// Kept for the session, so that the next panel is as high as the last one was made.
let lastHeight = 236;

type BottomPanelProps = {
  /** The accessible name of its edge. */
  readonly label: string;
  readonly children: ReactNode;
};

/** A panel beneath that pushes what is above it; its edge can be dragged, or moved by arrows. */
export function BottomPanel({ label, children }: BottomPanelProps) {
  const [height, setHeight] = useState(lastHeight);
  const resize = (wanted: number) => {
    lastHeight = clamped(wanted);
    setHeight(lastHeight);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const bottom = event.currentTarget.parentElement?.getBoundingClientRect().bottom ?? 0;
    resize(bottom - event.clientY);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowUp') resize(height + keyStep);
    else if (event.key === 'ArrowDown') resize(height - keyStep);
  };
  return (
    <div className={classes.panel} style={{ height }}>
      <div
        className={classes.edge}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an hr cannot be moved; this can
        role="separator"
        aria-label={label}
        aria-orientation="horizontal"
        aria-valuenow={height}
        aria-valuemin={lowest}
        aria-valuemax={highest}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
      {children}
    </div>
  );
}
