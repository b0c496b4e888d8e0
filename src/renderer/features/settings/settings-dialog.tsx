import { setColourScheme, useWorkspace } from '../../app/workspace.ts';
import type { ColourScheme } from '../../app/workspace.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { shortcutText } from '../../ui/shortcut.ts';
import { ResultMemory } from './result-memory.tsx';
import { useAppInfo } from './use-app-info.ts';
import classes from './settings.module.css';

const schemes: { value: ColourScheme; label: string }[] = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the system' },
];

type SettingsDialogProps = {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What can be typed, to be looked up. */
  readonly shortcuts: readonly { readonly title: string; readonly keys: string }[];
};

/** The looks, the memory for results, the shortcuts, and what this app is. */
export function SettingsDialog({ opened, onClose, shortcuts }: SettingsDialogProps) {
  const colourScheme = useWorkspace((state) => state.colourScheme);
  const info = useAppInfo();
  return (
    <Dialog title="Settings" opened={opened} onClose={onClose} size={480}>
      <div className={classes.body}>
        <section>
          <h3 className={classes.heading}>Colour scheme</h3>
          <Segmented
            label="Colour scheme"
            fullWidth
            options={schemes}
            value={colourScheme}
            onChange={setColourScheme}
          />
        </section>
        <section>
          <h3 className={classes.heading}>Results</h3>
          <ResultMemory />
        </section>
        <section>
          <h3 className={classes.heading}>Keyboard</h3>
          <dl className={classes.facts}>
            {shortcuts.map(({ title, keys }) => (
              <div key={title}>
                <dt>{title}</dt>
                <dd>
                  <kbd className={classes.keys}>{shortcutText(keys)}</kbd>
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3 className={classes.heading}>About</h3>
          {info.error !== null && <ErrorNotice error={info.error} />}
          {info.data !== undefined && (
            <dl className={classes.facts}>
              <div>
                <dt>Sortkey</dt>
                <dd>
                  {info.data.version},{' '}
                  {info.data.host === 'electron' ? 'as a desktop app' : 'in the browser'}
                </dd>
              </div>
              <div>
                <dt>Data folder</dt>
                <dd>{info.data.dataFolder}</dd>
              </div>
            </dl>
          )}
        </section>
      </div>
    </Dialog>
  );
}
