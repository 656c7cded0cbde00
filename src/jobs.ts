import { deliverMailJob } from "./features/mailing/jobs.ts";
import type { Job } from "./platform/jobs.ts";

/** Everything that happens without anybody asking. Processes that serve share it; commands and tests do none of it. */
export const jobs: readonly Job[] = [deliverMailJob];
