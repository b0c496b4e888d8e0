import { styleNonceName } from '../../contract/host-bridge.ts';

/**
 * The nonce that the content security policy wants of every style element made at run time. Give
 * it to whatever makes one: Mantine (`getStyleNonce`), CodeMirror (`EditorView.cspNonce`), and
 * `globalThis.__webpack_nonce__`, where react-remove-scroll looks for it.
 */
export function styleNonce(): string {
  const meta = document.querySelector<HTMLMetaElement>(`meta[name="${styleNonceName}"]`);
  return meta?.content ?? '';
}
