// Arguments → what a command is given, by node's own parser; and the flags that settings become.
import { parseArgs } from 'node:util';
import type { Setting, Settings, Value, Values } from '../plugin/settings.ts';
import type { Command, Given, Option, Options } from './command.ts';
import { Ending, EXIT } from './exit.ts';

/** Options that every command has. */
export const COMMON: Options = {
  json: { type: 'boolean', says: 'answer in JSON, for machines' },
  help: { type: 'boolean', short: 'h', says: 'show this help' },
};

/** Throws an `Ending` that names what is wrong. */
export function parse(command: Command, options: Options, argv: readonly string[]): Given {
  const values = valuesOf(command, options, argv);
  const given: Given = {
    names: values.positionals,
    text: (option) => last(values.values[option]),
    texts: (option) => [values.values[option] ?? []].flat().filter((value) => typeof value === 'string'),
    flag: (option, otherwise = false) => {
      const value = values.values[option];
      return typeof value === 'boolean' ? value : otherwise;
    },
  };
  const [least, most] = command.takes;
  if (given.flag('help') || (given.names.length >= least && given.names.length <= most)) return given;
  throw usageError(
    command,
    given.names.length < least ? 'something is missing' : `what is "${given.names[most]}" for?`,
  );
}

const last = (value: string | boolean | (string | boolean)[] | undefined): string | undefined => {
  const one = Array.isArray(value) ? value.at(-1) : value;
  return typeof one === 'string' ? one : undefined;
};

function valuesOf(command: Command, options: Options, argv: readonly string[]) {
  const config = Object.fromEntries(
    Object.entries(options).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short && { short }), ...(multiple && { multiple }) },
    ]),
  );
  try {
    return parseArgs({ args: [...argv], options: config, allowPositionals: true, allowNegative: true });
  } catch (error) {
    throw usageError(command, (error as Error).message.split('\n')[0]!.replace(/\. To specify.*/, ''));
  }
}

export const usageError = (command: Command, what: string): Ending =>
  new Ending(EXIT.usage, `${command.name}: ${what}. Usage: clew ${command.name} ${command.usage}`);

/** The value of `--name` before the arguments are checked, for options that depend on it. */
export function peek(argv: readonly string[], name: string, short?: string): string | undefined {
  const spellings = short ? [`--${name}`, `-${short}`] : [`--${name}`];
  for (const [i, arg] of argv.entries()) {
    if (spellings.includes(arg)) return argv[i + 1];
    if (arg.startsWith(`--${name}=`)) return arg.slice(name.length + 3);
  }
  return undefined;
}

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** One option for each setting: `nodeSpacing` is `--node-spacing N`. */
export const settingOptions = (settings: Settings): Options =>
  Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [kebab(name), optionOf(setting, kebab(name))]),
  );

function optionOf(setting: Setting, option: string): Option {
  const help = setting.help ? `${setting.label}. ${setting.help}` : setting.label;
  if (setting.type === 'boolean')
    return {
      type: 'boolean',
      says: `${help} (${setting.default ? `on; --no-${option} turns it off` : 'off'})`,
    };
  const range =
    setting.type === 'number'
      ? `${setting.min} to ${setting.max}`
      : setting.choices.map((choice) => choice.id).join(', ');
  const value = setting.type === 'number' ? 'N' : 'WHICH';
  return { type: 'string', value, says: `${help}: ${range} (${setting.default})` };
}

/** The settings as given. Throws an `Ending` for a value that does not fit, rather than taking the default. */
export function settingValues(settings: Settings, given: Given): Values {
  const entries = Object.entries(settings).map(
    ([name, setting]) => [name, valueOf(setting, kebab(name), given)] as const,
  );
  return Object.fromEntries(entries);
}

function valueOf(setting: Setting, option: string, given: Given): Value {
  if (setting.type === 'boolean') return given.flag(option, setting.default);
  const text = given.text(option);
  if (text === undefined) return setting.default;
  const fits =
    setting.type === 'number'
      ? text.trim() !== '' && Number(text) >= setting.min && Number(text) <= setting.max
      : setting.choices.some((choice) => choice.id === text);
  if (!fits)
    throw new Ending(
      EXIT.usage,
      `--${option}: "${text}" is not one of ${optionOf(setting, option).says.split(': ').at(-1)}`,
    );
  return setting.type === 'number' ? Number(text) : text;
}
