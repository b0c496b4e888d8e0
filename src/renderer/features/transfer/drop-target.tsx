import { notifications } from '@mantine/notifications';
import { IconFileImport } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './drop-target.module.css';
import { useFileDrop } from './file-drop.ts';

type ImportDropTargetProps = {
  /** The table that the file will go into. */
  readonly tableName: string;
  readonly onFile: (file: File) => void;
  readonly children: ReactNode;
};

/** Takes a file that is dropped anywhere on what it holds. */
export function ImportDropTarget({ tableName, onFile, children }: ImportDropTargetProps) {
  const { over, handlers } = useFileDrop((files) => {
    const [first, ...others] = files;
    if (first === undefined) return;
    if (others.length > 0) {
      const left = others.length === 1 ? 'one other file is' : `${others.length} other files are`;
      notifications.show({
        message: `Files are imported one at a time: ${first.name} is taken, the ${left} left out.`,
      });
    }
    onFile(first);
  });
  return (
    <div className={classes.target} {...handlers}>
      {children}
      {over && (
        <div className={classes.overlay}>
          <div className={classes.words}>
            <IconFileImport size={20} aria-hidden />
            Drop to import into {tableName}
          </div>
        </div>
      )}
    </div>
  );
}
