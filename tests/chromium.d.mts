export function presentChromium(env?: NodeJS.ProcessEnv): Promise<string | undefined>;
export function findChromium(env?: NodeJS.ProcessEnv): Promise<string>;
export const CHROMIUM_FLAGS: string[];
