import { useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import classes from './side-panel.module.css';

const narrowest = 300;
const widest = 800;
const keyStep = 20;

const clamped = (width: number) => Math.round(Math.min(widest, Math.max(narrowest, width)));

// Kept for the session, so that the next panel is as wide as the last one was made.
let lastWidth = 360;

type SidePanelProps = {
  /** The accessible name of its edge. */
  readonly label: string;
  readonly children: React.ReactNode;
};

/** A panel at the right that pushes what is beside it; its edge can be dragged, or moved by arrows. */
export function SidePanel({ label, children }: SidePanelProps) {
  const [width, setWidth] = useState(lastWidth);
  const resize = (wanted: number) => {
    lastWidth = clamped(wanted);
    setWidth(lastWidth);
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const right = event.currentTarget.parentElement?.getBoundingClientRect().right ?? 0;
    resize(right - event.clientX);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') resize(width + keyStep);
    else if (event.key === 'ArrowRight') resize(width - keyStep);
  };
  return (
    <div className={classes.panel} style={{ width }}>
      <div
        className={classes.edge}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an hr cannot be moved; this can
        role="separator"
        aria-label={label}
        aria-orientation="vertical"
        aria-valuenow={width}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        tabIndex={0}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
        onKeyDown={onKeyDown}
      />
      <div className={classes.content}>{children}</div>
    </div>
  );
}
