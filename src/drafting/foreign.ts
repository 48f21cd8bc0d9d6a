// Whether a text is plainly not English, by its letters and by its commonest small words.

const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[іїєґ]/iu, 'Ukrainian'],
  [/[ыэё]/iu, 'Russian'],
  [/\p{Script=Cyrillic}/u, 'a language in Cyrillic letters'],
  [/[پچژگ]/u, 'Persian or Urdu'],
  [/\p{Script=Arabic}/u, 'Arabic'],
  [/\p{Script=Greek}/u, 'Greek'],
  [/\p{Script=Hebrew}/u, 'Hebrew'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'Japanese'],
  [/\p{Script=Han}/u, 'Chinese'],
  [/\p{Script=Hangul}/u, 'Korean'],
  [/\p{Script=Devanagari}/u, 'Hindi or a language in its letters'],
  [/\p{Script=Georgian}/u, 'Georgian'],
  [/\p{Script=Armenian}/u, 'Armenian'],
  [/\p{Script=Thai}/u, 'Thai'],
];

const SMALL: Readonly<Record<string, string>> = {
  English:
    'the of and to in a that is was for on with as by at from it his he has had were which be an are this said who not but have after they their its or been',
  German:
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man wurde',
  French:
    'le la les de des du et en un une est que dans qui pour par sur au il pas plus avec ne ce son sont se aux été cette ses ou mais comme elle leur être a ont après',
  Spanish:
    'de la que el en y a los del se las por un para con no una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre fue ha también',
  Italian:
    'di e il la che in un a per è una sono con non del si da i le al dei nel della come gli più alla anche ha lo delle ma su stato dal sua suo',
  Portuguese:
    'de a o que e do da em um para com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está também pelo pela',
  Dutch:
    'de het een en van in is dat op te zijn met voor die niet aan er om ook als dan maar bij uit nog naar door over hij ze wordt was heeft deze worden werd',
  Polish:
    'i w na z do nie się że jest o to po przez jak od za dla ale są co był został jego oraz przed być również które który było już tylko jej',
  Turkish:
    've bir bu için ile da de olarak çok olan daha gibi en kadar sonra ise olduğu göre ancak var ne o ki hem ya yer tarafından',
  Swedish:
    'och att det i en som på är av för med den till inte om har de ett han men var jag sig från vi så kan när år efter under också blev',
  Romanian: 'și de la în a cu pe care nu o un din este mai că pentru au fost sau ce prin după lui fi se sunt',
  Czech:
    'a v se na je že s z o to do pro i jako by po od ale za ve byl jsou které k už bylo podle jeho která',
};
const WORDS = Object.entries(SMALL).map(([name, words]) => [name, new Set(words.split(' '))] as const);

/** Fewer words than this tell no language by which of them are small; fewer letters no script. */
const FEWEST_WORDS = 15;
const FEWEST_LETTERS = 30;
/** UTF-16 units that are looked at. */
const SAMPLE = 20_000;
/** Of all words, those that must be small words of the other language; and how many times more than English ones. */
const SHARE = 0.15;
const TIMES = 1.7;

/** What a text is written in, where that is plainly not English: "German"; else undefined. */
export function foreignTo(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu) ?? [];
  const others = letters.filter((letter) => !/\p{Script=Latin}/u.test(letter));
  if (others.length >= FEWEST_LETTERS && others.length > letters.length / 2)
    return byLetters(others.join(''));
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.length < FEWEST_WORDS ? undefined : byWords(words);
}

const byLetters = (letters: string): string =>
  SCRIPTS.find(([pattern]) => pattern.test(letters))?.[1] ?? 'a language in other letters';

function byWords(words: readonly string[]): string | undefined {
  const shares = WORDS.map(
    ([name, small]) => [name, words.filter((word) => small.has(word)).length / words.length] as const,
  );
  const [name, share] = shares.reduce((best, one) => (one[1] > best[1] ? one : best));
  return name !== 'English' && share >= SHARE && share > TIMES * shares[0]![1] ? name : undefined;
}
