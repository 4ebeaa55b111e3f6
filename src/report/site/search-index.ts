import type { Roadmap } from '../../model/roadmap.js';
import { heading, kpisOf, measuresOf, milestonesOf, notesOf, phasesOf, sectionsOf, tracksOf } from '../../model/walk.js';
import { type AddressOf, addressOf, measureOf, nameOf } from './addresses.js';
import type { SearchEntry } from './site.js';

/** Every text of a plan that a reader may look for, in document order within its kind: headings first. */
export function searchEntries(roadmap: Roadmap, address: AddressOf = addressOf): SearchEntry[] {
  const entries = [
    ...[...sectionsOf(roadmap)].map((section) => entry(heading(section), heading(section.chapter), address(section))),
    ...[...measuresOf(roadmap)].map((measure) => entry(heading(measure), heading(measure.parent ?? measure.section), address(measure))),
    ...[...tracksOf(roadmap)].flatMap((track) => (track.label ? [entry(track.label, heading(track.measure), address(track))] : [])),
    ...[...phasesOf(roadmap)].map((phase) => entry(phase.text, heading(phase.track.measure), address(phase), phase.corrected)),
    ...[...milestonesOf(roadmap)].map((milestone) => entry(milestone.text, heading(measureOf(milestone.on)), address(milestone))),
    ...[...kpisOf(roadmap)].map((kpi) => entry(kpi.name, nameOf(kpi.on), address(kpi), kpi.printed)),
    ...[...notesOf(roadmap)].map(({ note, on }) => entry(`※ ${note.text}`, nameOf(on), address(on))),
    ...roadmap.departments.map((department) => entry(department.fullName, '', address(department))),
  ];
  return entries.flatMap(({ href, ...rest }) => (href === undefined ? [] : [{ ...rest, href }]));
}

/** Texts are matched folded by NFKC, in lower case and without spaces; 〜 and ～ stay two characters. */
function entry(text: string, context: string, href: string | undefined, also?: string) {
  return { text, folded: fold(also ? `${text}\n${also}` : text), context, href };
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/ +/g, '');
}
