import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';

/** The plans below a folder as eleventy's users would read them: js-yaml's data, a row a phase. */
export function readPlans(folder) {
  return readdirSync(folder).map((name) => {
    const read = (file) => load(readFileSync(join(folder, name, file), 'utf8'));
    const { title, chapters } = read('plan.yaml');
    const sections = chapters.flatMap((chapter) => chapter.sections).map(read);
    const rows = sections.flatMap((section) =>
      section.measures.flatMap((measure) =>
        measure.tracks.flatMap((track) =>
          track.phases.map((phase) => {
            const [[period, text]] = Object.entries(phase);
            return { section: section.title, measure: measure.title, period, text };
          }),
        ),
      ),
    );
    return { name, title, rows };
  });
}
