/**
 * The things of a plan by their ids. A phase that has its id by its row and its year (`lost-property.2022`) waits until an id with a dot is
 * looked for: few plans refer to such phases, and the names of all of them take long to look up.
 */
export class IdIndex<Entity extends { readonly id: string }> {
  readonly #known = new Map<string, Entity>();
  readonly #waiting: Entity[] = [];

  get(id: string): Entity | undefined {
    if (id.includes('.')) this.addWaiting();
    return this.#known.get(id);
  }

  /** What has the id already; where nothing has, this has it from now on. What waits is not asked. */
  add(id: string, entity: Entity): Entity | undefined {
    const first = this.#known.get(id);
    if (first === undefined) this.#known.set(id, entity);
    return first;
  }

  /** Everything that has an id. */
  all(): readonly Entity[] {
    this.addWaiting();
    return [...this.#known.values()];
  }

  /** Adds what has an id with a dot that nothing else has. */
  addLater(entity: Entity): void {
    this.#waiting.push(entity);
  }

  addWaiting(): void {
    for (const entity of this.#waiting.splice(0)) this.add(entity.id, entity);
  }
}
