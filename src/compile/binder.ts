import type { Bilingual, Diagnostic, Place, Related } from '../diagnostics/diagnostic.js';
import { didYouMean, suggest } from '../diagnostics/suggest.js';
import { nameIn } from '../model/file-names.js';
import { fiscalYearOf } from '../model/fiscal-year.js';
import { IdIndex } from '../model/id-index.js';
import { parsePeriod } from '../model/period.js';
import type { Entity, Phase, Track } from '../model/roadmap.js';
import type { Location } from '../source/location.js';
import type { SourceFile } from '../source/source-file.js';
import { checks } from './checks.js';
import { idsIn } from './ids-in.js';
import type { ParsedPlan } from './parse-files.js';

/** What each kind of thing is called. */
export const kinds: Record<Entity['kind'], Bilingual> = {
  plan: { ja: '計画', en: 'plan' },
  chapter: { ja: '章', en: 'chapter' },
  section: { ja: '節', en: 'section' },
  measure: { ja: '施策', en: 'measure' },
  track: { ja: '取組の行', en: 'track' },
  phase: { ja: '工程', en: 'phase' },
  kpi: { ja: 'KPI', en: 'KPI' },
  department: { ja: '部局', en: 'department' },
};

/** A place where the text names a thing by its id: where it is declared, or where something refers to it. */
export interface Naming {
  entity: Entity;
  location: Location;
  declares: boolean;
}

const noList: Bilingual = {
  ja: '計画のフォルダに departments.yaml がありません。置いて、担当の部局を挙げてください',
  en: 'there is no departments.yaml in the folder of the plan: put one there that lists the departments',
};

/** An id that names nothing, and the places that refer to it; what stands in one file that no chapter lists is told together. */
interface Dangling {
  id: string;
  wanted: readonly Entity['kind'][];
  entity: Entity | undefined;
  unlisted: SourceFile | undefined;
  places: Location[];
}

/** Of the other places that refer to an id that names nothing, so many are shown. */
const mostPlaces = 3;

/** Keeps the ids of a plan while it is bound: declares them, and resolves references once all are known. */
export class Binder {
  readonly byId = new IdIndex<Entity>();
  readonly diagnostics: Diagnostic[] = [];
  readonly #declared: { entity: Entity; key: string | undefined }[] = [];
  readonly #references: Naming[] = [];
  #waiting: (() => void)[] = [];
  /** The kinds of the things whose id is another's, and the ids that they may have lost by it. */
  readonly #doubled: Entity['kind'][] = [];
  readonly #lost = new Set<string>();
  #toldOfList = false;
  /** The phases that have their id by their row and year, while no other thing can have one like it. */
  readonly #byYear: Phase[] = [];
  #mayClash = false;

  /** The ids that name nothing, with the places that refer to them. */
  readonly #dangling = new Map<string, Dangling>();
  /** What the files that no chapter lists declare; made when an id names nothing. */
  #unlisted: { file: SourceFile; ids: ReadonlySet<string> }[] | undefined;

  constructor(
    /** Without a list of departments the first that is named tells so for all; a reference to what was left out is dropped without a word. */
    private readonly parsed: ParsedPlan,
  ) {}

  /** Every place where the text names a thing by its id; made when it is asked for, since only editors do. */
  namings(): readonly Naming[] {
    const byYear = this.#byYear.map((entity) => ({ entity, key: entity.written }));
    const declared = [...this.#declared, ...byYear].map(({ entity, key }) => ({ entity, location: idPlace(entity, key), declares: true }));
    return [...declared, ...this.#references];
  }

  /** Declares a thing that has its id by `id:`, or by the key at which it is written; false where another thing has the id. */
  declare(entity: Entity, key?: string): boolean {
    const { id } = entity;
    const first = this.byId.add(id, entity);
    if (!first) {
      this.#declared.push({ entity, key });
      return true;
    }
    this.#doubled.push(entity.kind);
    const kind = kinds[first.kind];
    this.report('unique-ids', { ja: `ID \`${id}\` は既に使われています`, en: `the id \`${id}\` is already used` }, idPlace(entity, key), [
      { message: { ja: `最初はこの${kind.ja}です`, en: `first used by this ${kind.en}` }, location: first.location.at('id') },
    ]);
    return false;
  }

  /** Declares a phase that has an id of its own; only such an id may be like that of a row and a year. */
  declareNamed(phase: Phase): void {
    if (phase.id.includes('.')) {
      this.#mayClash = true;
      this.byId.addWaiting();
    }
    this.declare(phase);
  }

  /** Declares a phase whose id is that of its row and year, and of no other phase of the row. */
  declareByYear(phase: Phase): void {
    if (this.#mayClash) this.declare(phase, phase.written);
    else {
      this.#byYear.push(phase);
      this.byId.addLater(phase);
    }
  }

  /** Whether a phase has been declared that has an id of its own with a dot. */
  get mayClash(): boolean {
    return this.#mayClash;
  }

  /** Calls `use` with what the id names, once everything is declared; reports an id that names nothing of the wanted kinds. */
  resolve<K extends Entity['kind']>(
    id: string,
    wanted: readonly K[],
    location: Location,
    use: (entity: Extract<Entity, { kind: K }>) => void,
  ): void {
    this.#waiting.push(() => {
      const entity = this.byId.get(id);
      if (entity && (wanted as readonly string[]).includes(entity.kind)) {
        this.refer(entity, location);
        use(entity as Extract<Entity, { kind: K }>);
        return;
      }
      const isDepartment = (wanted as readonly string[]).includes('department');
      if (!entity && this.parsed.unread.has(isDepartment ? 'departments' : 'items')) return;
      if (!entity && (this.#isHidden(id) || this.#isLost(id, wanted) || this.#isTurned(id))) return;
      if (isDepartment && !entity && !this.parsed.departments) {
        if (!this.#toldOfList) this.report('known-references', this.#unknown(id, wanted, entity), location, [], noList);
        this.#toldOfList = true;
        return;
      }
      const unlisted = entity || isDepartment ? undefined : this.#unlistedWith(id);
      const key = unlisted?.path ?? `${id}\0${wanted.join()}`;
      const known = this.#dangling.get(key);
      if (known) known.places.push(location);
      else this.#dangling.set(key, { id, wanted, entity, unlisted, places: [location] });
    });
  }

  /** An id that names nothing is told once, however many places refer to it: it is the one that is wrong, or what it named is gone. */
  #tellDangling(): void {
    for (const { id, wanted, entity, unlisted, places } of this.#dangling.values()) {
      const [first, ...others] = places as [Location, ...Location[]];
      const track = entity ? undefined : this.#trackOf(id);
      const meant = track ? phaseMeant(id, track) : this.#meant(id, wanted);
      const help = meant === undefined ? track && phasesThere(track) : didYouMean(meant);
      const left = others.length - mostPlaces;
      const related = others.slice(0, mostPlaces).map((location, index) => ({
        message:
          left > 0 && index === mostPlaces - 1
            ? { ja: `ここと、ほか${left}か所でも参照しています`, en: `and here, and in ${left} more places` }
            : { ja: 'ここでも参照しています', en: 'and here' },
        location,
      }));
      const name = unlisted && nameIn(this.parsed.dir, unlisted.path);
      if (name !== undefined) this.report('known-references', inUnlisted(id, name), first, related, listIt(name));
      else this.report('known-references', this.#unknown(id, wanted, entity), first, related, help, meant);
    }
    this.#dangling.clear();
  }

  /** Notes that the text at `location` is the id of the entity. */
  refer(entity: Entity, location: Location): void {
    this.#references.push({ entity, location, declares: false });
  }

  settle(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting = [];
    this.#tellDangling();
  }

  report(
    code: keyof typeof checks,
    message: Bilingual,
    location: Place,
    related: Related[] = [],
    help: Bilingual = checks[code].cure,
    suggestion?: string,
  ): void {
    const { severity } = checks[code];
    this.diagnostics.push({ code, severity, message, location, related, help, ...(suggestion !== undefined && { suggestion }) });
  }

  /** What has the id of another thing, or none, has lost its own: as many ids that name nothing are told by that already. */
  #isLost(id: string, wanted: readonly Entity['kind'][]): boolean {
    const name = id.replace(/\..*$/, '');
    const doubled = this.#doubled.filter((kind) => wanted.includes(kind)).length;
    const nameless = this.parsed.lost[wanted.includes('department') ? 'departments' : 'items'];
    if (!this.#lost.has(name) && this.#lost.size < doubled + nameless) this.#lost.add(name);
    return this.#lost.has(name);
  }

  /** A phase whose period is turned round has its id from the wrong end; what refers to it by the other end is not wrong. */
  #isTurned(id: string): boolean {
    const track = this.byId.get(id.replace(/\..*$/, ''));
    if (track?.kind !== 'track') return false;
    return track.phases.some(({ period: { start, end } }) => {
      if (end === null || end >= start) return false;
      return id.replace(/-\d+$/, '') === `${track.id}.${fiscalYearOf(end)}`;
    });
  }

  /** The row of which an id, `row.2022`, names a phase that is not there. */
  #trackOf(id: string): Track | undefined {
    const track = id.includes('.') ? this.byId.get(id.replace(/\..*$/, '')) : undefined;
    return track?.kind === 'track' && track.phases.length > 0 ? track : undefined;
  }

  #isHidden(id: string): boolean {
    return this.parsed.hidden.has(id) || this.parsed.hidden.has(id.replace(/\.[^.]*$/, ''));
  }

  /** The file that has the id, where no chapter lists it: not the reference is wrong. */
  #unlistedWith(id: string): SourceFile | undefined {
    this.#unlisted ??= this.parsed.unlisted.map((file) => ({ file, ids: new Set(idsIn(file.text)) }));
    return this.#unlisted.find(({ ids }) => ids.has(id) || ids.has(id.replace(/\.[^.]*$/, '')))?.file;
  }

  #unknown(id: string, wanted: readonly Entity['kind'][], found: Entity | undefined): Bilingual {
    const ja = wanted.map((kind) => kinds[kind].ja).join('・');
    const en = wanted.map((kind) => kinds[kind].en).join(' or ');
    if (found)
      return {
        ja: `\`${id}\` は${kinds[found.kind].ja}で、${ja}ではありません`,
        en: `\`${id}\` is a ${kinds[found.kind].en}, not a ${en}`,
      };
    return { ja: `\`${id}\` という${ja}はありません`, en: `there is no ${en} \`${id}\`` };
  }

  #meant(id: string, wanted: readonly Entity['kind'][]): string | undefined {
    const candidates = this.byId
      .all()
      .filter((entity) => wanted.includes(entity.kind))
      .map((entity) => entity.id);
    return suggest(id, candidates);
  }
}

/** The phase that has the year of an id, or the only one there is: of several that begin in other years none is likelier. */
function phaseMeant(id: string, { phases }: Track): string | undefined {
  const year = parsePeriod(id.replace(/^[^.]*\./, '').replace(/-\d+$/, ''));
  const inYear = year && phases.filter(({ period: { start, end } }) => start <= year.start && (end === null || end >= year.start));
  const [only, another] = inYear && inYear.length > 0 ? inYear : phases;
  return another ? undefined : only?.id;
}

function inUnlisted(id: string, name: string): Bilingual {
  return {
    ja: `\`${id}\` のある \`${name}\` は、どの章にも挙がっていません`,
    en: `no chapter lists \`${name}\`, in which \`${id}\` stands`,
  };
}

function listIt(name: string): Bilingual {
  return {
    ja: `plan.yaml の章の \`sections\` に \`${name}\` を足してください`,
    en: `add \`${name}\` to the \`sections\` of a chapter in plan.yaml`,
  };
}

function phasesThere({ id, phases }: Track): Bilingual {
  const ids = phases.slice(0, 6).map((phase) => `\`${phase.id}\``);
  return { ja: `\`${id}\` の工程: ${ids.join('、')}`, en: `the phases of \`${id}\`: ${ids.join(', ')}` };
}

function idPlace({ location }: Entity, key: string | undefined): Location {
  return key === undefined ? location.at('id') : location.key(key);
}
