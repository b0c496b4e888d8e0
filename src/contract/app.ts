import * as z from 'zod';
import { method } from './common.ts';
import { declareErrors } from './errors.ts';
import { readBudgetSchema } from './query.ts';

export const appErrorCodes = ['LINK_NOT_ALLOWED', 'SETTINGS_NOT_WRITTEN'] as const;

export const appInfoSchema = z.object({
  version: z.string(),
  host: z.enum(['electron', 'browser']),
  platform: z.string(),
  dataFolder: z.string(),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

/** Settings live on the main side: a browser host's origin changes with its port. */
const tabSchema = z.object({
  connectionId: z.string().max(100),
  tableName: z.string().max(255),
});

export const settingsSchema = z.object({
  colourScheme: z.enum(['light', 'dark', 'auto']),
  sidebarFolded: z.boolean(),
  /** The connection shown at the next start. */
  connectionId: z.string().max(100).optional(),
  /** The open tables, so that their tabs are there again after a restart. */
  tabs: z.array(tabSchema).max(200).optional(),
  /** The tab that was shown last; it is closed where it is none of the tabs. */
  activeTab: tabSchema.optional(),
  operationsOpened: z.boolean().optional(),
  /** What all results may hold in memory together before rows go to a file. */
  resultMemoryMegabytes: z.number().int().min(16).max(65_536).optional(),
  /** What a filtered read may spend before it stops to ask. */
  readBudget: readBudgetSchema.optional(),
  /** The styles of code that were read last, one a language; that of the open tab first. */
  codeStyles: z.array(z.string().max(40)).max(20).optional(),
  sampleDataOffered: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** Not defaults of the schema: zod fills those in also where only some settings are written. */
export const defaultSettings: Settings = {
  colourScheme: 'auto',
  sidebarFolded: false,
  sampleDataOffered: false,
};

export const appContract = {
  info: method.output(appInfoSchema),
  readSettings: method.output(settingsSchema),
  /** Merges the given settings into the kept ones and answers all of them. */
  writeSettings: method
    .errors(declareErrors(appErrorCodes))
    .input(settingsSchema.partial())
    .output(settingsSchema),
  /** Opens a documentation link outside the app; https only, from a list of known hosts. */
  openLink: method
    .errors(declareErrors(appErrorCodes))
    .input(z.object({ url: z.string().max(2_000) }))
    .output(z.object({})),
};
