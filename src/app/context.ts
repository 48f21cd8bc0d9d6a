// The open case, the texts of its sources, how its time is looked at and the desk it lies on, handed down to the components.
import { createContext } from 'svelte';
import type { Desk } from './desk.svelte.ts';
import type { TimelineLook } from './panels/timeline/look.svelte.ts';
import type { Reader } from './reader.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';

export const [workspace, setWorkspace] = createContext<() => Workspace>();
export const [desk, setDesk] = createContext<Desk>();
export const [reader, setReader] = createContext<Reader>();
export const [timelineLook, setTimelineLook] = createContext<TimelineLook>();
