// Makes a picture easier to read by small changes, worse ones too at first: simulated annealing (Davidson and Harel 1996).
// No move lets boxes overlap that did not.
import { Cancelled, type Job } from '../plugin/job.ts';
import type { Legibility } from './legibility.ts';
import type { Network } from './network.ts';

/** In crossings: a move that costs as much more is taken about one time in three. */
const HOT = 1.2;
const COLD = 0.05;

interface Shift {
  readonly node: number;
  readonly x: number;
  readonly y: number;
}

/** Mutates the places of `picture`; `moves` are tries. */
export function anneal(network: Network, picture: Legibility, moves: number, job: Job): void {
  const loose = network.ids.map((_id, i) => i).filter((i) => !network.fixed[i]);
  if (loose.length === 0) return;
  for (let move = 0; move < moves; move++) {
    if (move % 1024 === 0) {
      if (job.cancelled()) throw new Cancelled();
      job.progress(move / moves, 'tidying');
    }
    const done = move / moves;
    const heat = HOT * (COLD / HOT) ** done;
    const node = loose[Math.floor(job.random() * loose.length)]!;
    const shifts = shiftsOf(network, picture, node, loose, done, job);
    tryShifts(picture, shifts, heat, job);
  }
}

/** Takes the shifts if they pay, or by chance. */
function tryShifts(picture: Legibility, shifts: readonly Shift[], heat: number, job: Job): void {
  const { x, y } = picture.places;
  const back = shifts.map(({ node }) => ({ node, x: x[node]!, y: y[node]! }));
  const place = ({ node, x: across, y: down }: Shift) => {
    x[node] = across;
    y[node] = down;
  };
  shifts.forEach(place);
  const stands = !shifts.some(({ node }) => picture.overlaps(node));
  back.forEach(place);
  if (!stands) return;
  // Drawn first, so that a hopeless move need not be reckoned to its end.
  const allowed = -Math.log(1 - job.random()) * heat;
  let worse = 0;
  // One after another, so that what two of them share is counted once.
  for (const shift of shifts) {
    const before = picture.at(shift.node);
    place(shift);
    // Of several, the first may look hopeless until the last has followed.
    worse += picture.at(shift.node, shifts.length === 1 ? before + allowed : Infinity) - before;
  }
  if (worse > allowed) back.forEach(place);
}

/** A try: to a place beside a neighbour, in exchange with another, with all that hangs on it, or a little aside. */
function shiftsOf(
  { neighbours, fixed }: Network,
  picture: Legibility,
  node: number,
  loose: readonly number[],
  done: number,
  job: Job,
): Shift[] {
  const { x, y } = picture.places;
  const kind = job.random();
  const others = neighbours[node]!;
  if (kind < 0.15 && others.length > 0) {
    const beside = others[Math.floor(job.random() * others.length)]!;
    return [{ node, ...away(x[beside]!, y[beside]!, picture.length * (0.5 + job.random()), job) }];
  }
  if (kind < 0.3) {
    const other = loose[Math.floor(job.random() * loose.length)]!;
    if (other !== node)
      return [
        { node, x: x[other]!, y: y[other]! },
        { node: other, x: x[node]!, y: y[node]! },
      ];
  }
  const to = away(x[node]!, y[node]!, picture.length * job.random() * (1.5 - 1.3 * done), job);
  if (kind > 0.8) {
    const hanging = others.filter((other) => neighbours[other]!.length === 1 && !fixed[other]);
    const [dx, dy] = [to.x - x[node]!, to.y - y[node]!];
    return [node, ...hanging].map((i) => ({ node: i, x: x[i]! + dx, y: y[i]! + dy }));
  }
  return [{ node, ...to }];
}

function away(x: number, y: number, far: number, job: Job): { x: number; y: number } {
  const angle = job.random() * 2 * Math.PI;
  return { x: x + far * Math.cos(angle), y: y + far * Math.sin(angle) };
}
