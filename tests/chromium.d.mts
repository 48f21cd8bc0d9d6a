// Types of chromium.mjs, which is plain JavaScript so that node runs it as it is.
export function presentChromium(env?: NodeJS.ProcessEnv): Promise<string | undefined>;
export function findChromium(env?: NodeJS.ProcessEnv): Promise<string>;
export const CHROMIUM_FLAGS: string[];
