import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../../contract/index.ts';

/** The typed client. Every rejection is a `SortkeyError`. */
export type SortkeyClient = ContractRouterClient<Contract>;
