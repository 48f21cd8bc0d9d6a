// Places that have gone by several names: renamed, or called otherwise in other languages. A list of our own, by no means whole.
import { sound } from './fold.ts';

const SAME: readonly string[] = [
  'Saint Petersburg, St Petersburg, Sankt-Peterburg, Petersburg, Leningrad, Petrograd',
  'Volgograd, Stalingrad, Tsaritsyn; Nizhny Novgorod, Gorky, Gorki; Yekaterinburg, Sverdlovsk',
  'Samara, Kuibyshev; Tver, Kalinin; Perm, Molotov; Vladikavkaz, Ordzhonikidze; Naberezhnye Chelny, Brezhnev',
  'Kaliningrad, Königsberg; Moscow, Moskva, Moskau, Moscou; Kyiv, Kiev, Kiew; Lviv, Lvov, Lemberg, Lwów',
  'Dnipro, Dnepropetrovsk, Dnipropetrovsk; Donetsk, Stalino; Kharkiv, Kharkov; Odesa, Odessa; Luhansk, Lugansk, Voroshilovgrad',
  'Minsk, Mensk; Vilnius, Vilna, Wilno; Tallinn, Reval; Tartu, Dorpat; Chișinău, Chisinau, Kishinev',
  'Tbilisi, Tiflis; Gyumri, Leninakan; Ganja, Kirovabad; Bishkek, Frunze; Dushanbe, Stalinabad',
  'Almaty, Alma-Ata, Verny; Astana, Nur-Sultan, Tselinograd, Akmola; Khujand, Leninabad',
  'Gdańsk, Gdansk, Danzig; Wrocław, Wroclaw, Breslau; Szczecin, Stettin; Warsaw, Warszawa, Warschau; Kraków, Krakow, Cracow',
  'Bratislava, Pressburg; Prague, Praha, Prag; Budapest, Ofen; Bucharest, București, Bukarest; Belgrade, Beograd, Belgrad',
  'Chemnitz, Karl-Marx-Stadt; Munich, München; Cologne, Köln; Nuremberg, Nürnberg; Vienna, Wien; Zurich, Zürich',
  'Geneva, Genève, Genf; Brussels, Bruxelles, Brüssel; The Hague, Den Haag; Copenhagen, København; Gothenburg, Göteborg',
  'Rome, Roma, Rom; Milan, Milano, Mailand; Naples, Napoli; Venice, Venezia; Florence, Firenze; Turin, Torino; Genoa, Genova',
  'Lisbon, Lisboa; Seville, Sevilla; Athens, Athina; Thessaloniki, Salonica; Istanbul, Constantinople; Izmir, Smyrna; Ankara, Angora',
  'Mumbai, Bombay; Chennai, Madras; Kolkata, Calcutta; Bengaluru, Bangalore; Beijing, Peking; Guangzhou, Canton',
  'Ho Chi Minh City, Saigon; Yangon, Rangoon; Jakarta, Batavia; Tokyo, Edo; Harare, Salisbury; Kinshasa, Léopoldville; Maputo, Lourenço Marques',
];

const keyOf = (place: string): string => sound(place).replace(/^(saint|sankt|san|santa|st) /, 'st ');

const CANONICAL = new Map(
  SAME.flatMap((line) => line.split(';')).flatMap((group) => {
    const keys = group.split(',').map((place) => keyOf(place.trim()));
    return keys.map((key) => [key, keys[0]!] as const);
  }),
);

/** The words of a place, whichever of its names and scripts it goes by: its parts between commas, each as it sounds. */
export const wordsOfPlace = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .split(/[,;(/]/)
      .map((part) => keyOf(part.replace(/^\s*(city|town|village|g|gor|г|гор)\.?\s+(of\s+)?/iu, '')))
      .flatMap((key) => (CANONICAL.get(key) ?? key).split(' '))
      .filter(Boolean),
  );
