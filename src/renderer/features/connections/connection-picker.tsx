import { Button, Combobox, UnstyledButton, useCombobox } from '@mantine/core';
import { IconPlus, IconSelector, IconTrash } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { Connection } from '../../../contract/connections.ts';
import { StatusDot } from '../../ui/status-dot.tsx';
import { guardWords, placeOf } from './connection-words.ts';
import { RemoveConnectionDialog } from './remove-connection-dialog.tsx';
import { useConnections } from './use-connections.ts';
import classes from './connection-picker.module.css';

type ConnectionPickerProps = {
  readonly connection: Connection | undefined;
  readonly onShow: (connectionId: string) => void;
  readonly onAdd: () => void;
  readonly onRemoved: (connectionId: string, next: string) => void;
  readonly onSandbox: () => void;
};

/** The connection that is shown, and the others to choose from. */
export function ConnectionPicker(props: ConnectionPickerProps) {
  const { connection, onShow, onAdd, onRemoved, onSandbox } = props;
  const { data } = useConnections();
  const [removing, setRemoving] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const act = (run: () => void) => () => {
    combobox.closeDropdown();
    // The button is hidden now: what opens next gives the focus back to what is seen.
    target.current?.focus();
    run();
  };

  return (
    <>
      <Combobox
        store={combobox}
        width={340}
        position="bottom-start"
        withinPortal={false}
        onOptionSubmit={(connectionId) => {
          combobox.closeDropdown();
          onShow(connectionId);
        }}
      >
        <Combobox.Target targetType="button" withExpandedAttribute>
          <UnstyledButton
            ref={target}
            className={classes.target}
            aria-label="Connection"
            onClick={() => combobox.toggleDropdown()}
          >
            {connection !== undefined && <ConnectionLine connection={connection} />}
            <IconSelector size={14} aria-hidden />
          </UnstyledButton>
        </Combobox.Target>
        <Combobox.Dropdown>
          <Combobox.Options aria-label="Connections">
            {data?.connections.map((option) => (
              <Combobox.Option
                key={option.id}
                value={option.id}
                active={option.id === connection?.id}
                className={classes.option}
              >
                <ConnectionLine connection={option} />
              </Combobox.Option>
            ))}
          </Combobox.Options>
          <Combobox.Footer className={classes.footer}>
            <Button variant="subtle" leftSection={<IconPlus size={15} />} onClick={act(onAdd)}>
              Add connection…
            </Button>
            {connection?.kind === 'sandbox' && (
              <Button variant="subtle" color="gray" onClick={act(onSandbox)}>
                About the sandbox
              </Button>
            )}
            {connection !== undefined && connection.kind !== 'sandbox' && (
              <Button
                variant="subtle"
                color="gray"
                leftSection={<IconTrash size={15} />}
                onClick={act(() => setRemoving(true))}
              >
                Remove this one…
              </Button>
            )}
          </Combobox.Footer>
        </Combobox.Dropdown>
      </Combobox>
      {connection !== undefined && (
        <RemoveConnectionDialog
          connection={connection}
          opened={removing}
          onClose={() => setRemoving(false)}
          onRemoved={() => onRemoved(connection.id, data?.connections[0]?.id ?? '')}
        />
      )}
    </>
  );
}

function ConnectionLine({ connection }: { connection: Connection }) {
  const guard = guardWords[connection.guard];
  return (
    <span className={classes.line}>
      <StatusDot colour={connection.colour} />
      <span className={classes.name}>{connection.name}</span>
      <span className={classes.place}>{placeOf(connection)}</span>
      {connection.guard !== 'open' && (
        <span className={classes.guard} data-guard={connection.guard}>
          {guard}
        </span>
      )}
    </span>
  );
}
