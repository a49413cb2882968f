import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { leavingOutFaulty } from "../../src/site/leaving-out.ts";

/** Work that stops at these items; `tries` counts how often it was begun. */
function stoppingAt(faulty: ReadonlySet<number>) {
  const tries: number[] = [];
  const work = (items: readonly number[]): readonly number[] => {
    tries.push(items.length);
    if (items.some((item) => faulty.has(item))) throw new Error("stopped");
    return items;
  };
  return { work, tries };
}

describe("leaving out what work stops at", () => {
  it("leaves out those items and no other, in their order, however many there are", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(99), { maxLength: 30 }), fc.func(fc.boolean()), (items, isFaulty) => {
        const faulty = items.filter((item) => isFaulty(item));
        const { work } = stoppingAt(new Set(faulty));
        const sound = items.filter((item) => !faulty.includes(item));
        expect(leavingOutFaulty(items, work)).toEqual({ result: sound, faulty });
      }),
    );
  });

  it("works once where nothing is at fault, and some twenty times for one of a thousand", () => {
    const items = Array.from({ length: 1000 }, (_, index) => index);
    const sound = stoppingAt(new Set());
    leavingOutFaulty(items, sound.work);
    expect(sound.tries).toEqual([1000]);
    const one = stoppingAt(new Set([617]));
    expect(leavingOutFaulty(items, one.work).faulty).toEqual([617]);
    expect(one.tries.length).toBeLessThan(25);
  });

  it("throws what the work throws where no item is at fault", () => {
    const stop = (): never => {
      throw new RangeError("of its own");
    };
    expect(() => leavingOutFaulty([1, 2], stop)).toThrow("of its own");
  });
});
