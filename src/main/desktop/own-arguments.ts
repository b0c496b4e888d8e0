/**
 * Switches that reach main although they are meant for Electron or Chromium: both are given on the
 * same command line, by desktop files, by test drivers and by people.
 */
const foreignSwitch =
  /^(--(no-sandbox|disable-|enable-|force-|ignore-|use-|ozone-|gtk-|inspect|remote-debugging-|js-flags|lang|user-data-dir|allow-|proxy-|host-|squirrel-|original-process-start-time|no-first-run|no-zygote|in-process-gpu|headless|high-dpi)|-psn_)/;

/** The arguments that are ours to read. */
export function ownArguments(args: readonly string[]): string[] {
  return args.filter((arg) => !foreignSwitch.test(arg));
}
