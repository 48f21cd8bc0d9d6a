// Settings declared once as data: the page's form, the command line's flags and the check of saved values come from this.

interface Base {
  readonly label: string;
  readonly help?: string;
  /** It matters only when a file is read; all others when one is written. */
  readonly reading?: true;
}
export interface NumberSetting extends Base {
  readonly type: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
}
export interface BooleanSetting extends Base {
  readonly type: 'boolean';
  readonly default: boolean;
}
export interface ChoiceSetting extends Base {
  readonly type: 'choice';
  readonly default: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
}
export type Setting = NumberSetting | BooleanSetting | ChoiceSetting;
export type Settings = Readonly<Record<string, Setting>>;
export type Value = number | boolean | string;
export type Values = Readonly<Record<string, Value>>;

/** The settings for reading a file, or those for writing one. */
export const settingsFor = (act: 'reading' | 'writing', settings: Settings): Settings =>
  Object.fromEntries(
    Object.entries(settings).filter(([, { reading }]) => (reading === true) === (act === 'reading')),
  );

const fits = (setting: Setting, value: unknown): value is Value => {
  if (setting.type === 'number')
    return typeof value === 'number' && value >= setting.min && value <= setting.max;
  if (setting.type === 'boolean') return typeof value === 'boolean';
  return setting.choices.some((choice) => choice.id === value);
};

/** The chosen values, with the default in place of each that is missing or does not fit. */
export function valuesFor(settings: Settings, chosen: Readonly<Record<string, unknown>> = {}): Values {
  const entries = Object.entries(settings).map(([name, setting]) => {
    const value = chosen[name];
    return [name, fits(setting, value) ? value : setting.default] as const;
  });
  return Object.fromEntries(entries);
}
